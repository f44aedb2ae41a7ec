import { type DataSource, sourceWarning } from '../open-meteo/source.ts';

/** The line that stands beside a table or a chart; loud when the numbers are invented. */
export function sourceLine(source: string | DataSource): string {
  if (typeof source === 'string') return `Source: ${source}`;
  const [warning = `Source: ${source.label}`] = sourceWarning(source);
  return warning;
}
