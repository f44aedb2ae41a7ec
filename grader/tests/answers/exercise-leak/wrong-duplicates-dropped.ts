// Each label once.
import { answerWith } from './base.ts';

export const { knownAt, backtest } = answerWith({
  labels: (labels) => [...new Map(labels.map((label) => [label.city + label.time, label])).values()],
});
