import type { Data, Example, Label, Reading } from './readings.ts';

/** What a join of labels and readings decides. The right one is `POINT_IN_TIME`; each mistake changes one line. */
export interface JoinPolicy {
  readonly mayUse: (reading: Reading, label: Label) => boolean;
  /** Negative when `a` is to be taken before `b`. */
  readonly order: (a: Reading, b: Reading, label: Label) => number;
  /** The value of the reading that was chosen, out of all versions of its hour. */
  readonly value: (chosen: Reading, versions: readonly Reading[]) => number | null;
  readonly ageMs: (chosen: Reading, label: Label) => number;
  readonly missing: number | null;
}

const HOUR_MS = 3_600_000;
const parsed = new Map<string, number>();

/** Milliseconds since 1970. The few thousand times of the exercise are read once each. */
export function ms(time: string): number {
  const known = parsed.get(time);
  if (known !== undefined) return known;
  const moment = Date.parse(time);
  parsed.set(time, moment);
  return moment;
}

export const POINT_IN_TIME: JoinPolicy = {
  mayUse: (reading, label) => reading.city === label.city && ms(reading.published) <= ms(label.time),
  order: (a, b) => ms(b.time) - ms(a.time) || ms(b.published) - ms(a.published),
  value: ({ pm25 }) => pm25,
  ageMs: (chosen, label) => ms(label.time) - ms(chosen.time),
  missing: null,
};

/** One example for each label, in their order. Pure. */
export function joined(
  { labels, readings, toleranceHours }: Data,
  changes: Partial<JoinPolicy> = {},
): readonly Example[] {
  const policy = { ...POINT_IN_TIME, ...changes };
  return labels.map((label) => {
    const chosen = readings
      .filter((reading) => policy.mayUse(reading, label))
      .reduce<Reading | undefined>(
        (best, one) => (best === undefined || policy.order(one, best, label) < 0 ? one : best),
        undefined,
      );
    if (chosen === undefined || policy.ageMs(chosen, label) > toleranceHours * HOUR_MS)
      return { ...label, pm25: policy.missing };
    const versions = readings.filter(({ city, time }) => city === chosen.city && time === chosen.time);
    return { ...label, pm25: policy.value(chosen, versions) };
  });
}
