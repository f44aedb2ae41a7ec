export {
  AirlabError,
  type ErrorDetails,
  isAirlabError,
  OutsideError,
  type Trouble,
  UsageError,
} from './errors.ts';
