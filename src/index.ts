export { type ChartOptions, type ChartSpec, chart } from './chart/chart.ts';
export {
  AirlabError,
  type ErrorDetails,
  isAirlabError,
  OutsideError,
  type Trouble,
  UsageError,
} from './errors.ts';
export { doctor } from './practice/doctor.ts';
export { type GradeOptions, grade } from './practice/grade.ts';
export type { TableOptions } from './table/sheet.ts';
export { show, table } from './table/table.ts';
