// Takes the age of the message for the age of the air.
import { answerWith, hours } from './base.ts';

export const { knownAt, backtest } = answerWith({
  hoursOld: (reading, label) => hours(reading.published, label.time),
});
