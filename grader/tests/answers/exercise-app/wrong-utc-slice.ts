// Local hours, cut at the midnight of UTC.
import { appWith } from './base.ts';

export const makeApp = () => appWith({
  dateOf: ({ time }, offset) => new Date(Date.parse(`${time}Z`) - offset * 1000).toISOString().slice(0, 10),
});
