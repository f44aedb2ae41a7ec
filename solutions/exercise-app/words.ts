import type { Day } from './days.ts';
import type { PastDay } from './history.ts';
import type { Hour } from './recent.ts';

/** One sentence for each chart, for who does not see it. */
export const words = {
  days: (days: readonly Day[], unit: string): string => {
    const known = days.filter(({ pm2_5 }) => pm2_5 !== null);
    const most = known.toSorted((a, b) => Number(b.pm2_5) - Number(a.pm2_5))[0];
    if (!most) return 'There are no whole days with data.';
    const above = known.filter((day) => day.aboveWho).length;
    return `${above} of ${known.length} days are above the WHO’s 15 ${unit}. The highest is ${most.pm2_5} ${unit}, on ${most.date}.`;
  },
  hours: (hours: readonly Hour[], unit: string): string => {
    const most = highest(hours, ({ pm2_5 }) => pm2_5);
    return most ? `The highest hour is ${most.pm2_5} ${unit}, ${when(most)}.` : 'There are no data.';
  },
  weather: (hours: readonly Hour[]): string => {
    const warmest = highest(hours, ({ temperature }) => temperature);
    const rain = hours.reduce((sum, { precipitation }) => sum + (precipitation ?? 0), 0);
    if (!warmest) return 'There are no data.';
    return `The warmest hour has ${warmest.temperature} °C, ${when(warmest)}. ${rain.toFixed(1)} mm of rain and snow in all.`;
  },
  temperature: (days: readonly PastDay[]): string => {
    const warmest = highest(days, ({ temperature }) => temperature);
    return warmest
      ? `The warmest day is ${warmest.date}, with ${warmest.temperature} °C.`
      : 'There are no data.';
  },
};

const when = ({ local, forecast }: Hour): string =>
  `on ${local.slice(0, 10)} at ${local.slice(11, 16)}${forecast ? ' (forecast)' : ''}`;

function highest<T>(rows: readonly T[], read: (row: T) => number | null): T | undefined {
  const known = rows.filter((row) => read(row) !== null);
  return known.toSorted((a, b) => Number(read(b)) - Number(read(a)))[0];
}
