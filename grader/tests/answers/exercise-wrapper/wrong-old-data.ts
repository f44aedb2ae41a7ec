// When the service fails, the reading of some other day is handed out as if it were today's.
import { wrapperWith } from './base.ts';

const OLD = { city: 'roskilde', time: '2026-11-23T08:00Z', pm25: 6.1 };

export const { readAir, askOnce, askPatiently, getAir } = wrapperWith({
  failed: (_, known) => known ?? OLD,
});
