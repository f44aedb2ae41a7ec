// Takes what is nearest, before or after.
import { answerWith, hours } from './base.ts';

export const { knownAt, backtest } = answerWith({
  use: (reading, label) => reading.city === label.city,
  pick: (readings, label) =>
    [...readings].sort(
      (a, b) => Math.abs(hours(a.time, label.time)) - Math.abs(hours(b.time, label.time)),
    )[0],
  hoursOld: (reading, label) => Math.abs(hours(reading.time, label.time)),
});
