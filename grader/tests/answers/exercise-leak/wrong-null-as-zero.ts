// No value is 0, in both parts.
import { answerWith } from './base.ts';

export const { knownAt, backtest } = answerWith({
  value: (reading) => reading?.pm25 ?? 0,
  gap: () => 0,
});
