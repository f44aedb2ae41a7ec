// The plain one.
import { answerWith } from './base.ts';

export const { knownAt, backtest } = answerWith();
