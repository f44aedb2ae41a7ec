import type { Judgement } from '../../teaching/lesson.ts';

interface Feature {
  readonly city: string;
  readonly hour: string;
  readonly seen: string;
  readonly pm2_5: number;
}

interface Case {
  readonly name: string;
  readonly label: { readonly city: string; readonly at: string };
  readonly right: number | null;
}

const row = (city: string, hour: string, seen: string, pm2_5: number): Feature => ({
  city,
  hour: `2026-02-03T${hour}`,
  seen: `2026-02-03T${seen}`,
  pm2_5,
});

/** In no order, with values that arrive late, one of them after a newer one. */
const FEATURES: readonly Feature[] = [
  row('Beijing', '06:00', '06:20', 71),
  row('Roskilde', '05:00', '05:20', 9),
  row('Beijing', '07:00', '09:00', 66),
  row('Beijing', '04:00', '06:50', 83),
  row('Beijing', '08:00', '08:20', 60),
  row('Roskilde', '07:00', '07:00', 0),
  row('Beijing', '05:00', '05:20', 77),
];
const at = (city: string, time: string) => ({ city, at: `2026-02-03T${time}` });
const CASES: readonly Case[] = [
  { name: 'a label at seven', label: at('Beijing', '07:00'), right: 71 },
  { name: 'a value that was measured but not yet seen', label: at('Beijing', '07:30'), right: 71 },
  { name: 'an older hour that was seen late', label: at('Beijing', '09:30'), right: 60 },
  { name: 'a value seen at that very moment', label: at('Roskilde', '07:00'), right: 0 },
  { name: 'a label before everything', label: at('Beijing', '01:00'), right: null },
  { name: 'a city without values', label: at('Nuuk', '12:00'), right: null },
];

/** Wrong ways that are known, each as what it would answer. */
const KNOWN: readonly {
  readonly id: string;
  readonly says: string;
  readonly answer: (features: readonly Feature[], label: Case['label']) => number | null;
}[] = [
  {
    id: 'future-leak',
    says: 'a join that does not look at any time, so it uses what came later',
    answer: (features, { city }) => newest(features.filter((one) => one.city === city)),
  },
  {
    id: 'hour-for-seen',
    says: 'comparing when it was measured, not when it could be known',
    answer: (features, label) =>
      newest(features.filter(({ city, hour }) => city === label.city && hour <= label.at)),
  },
  {
    id: 'any-city',
    says: 'a join that forgets the city',
    answer: (features, label) => newest(features.filter(({ seen }) => seen <= label.at)),
  },
  {
    id: 'last-in-list',
    says: 'taking the last one of the list, which is in no order',
    answer: (features, label) => fitting(features, label).at(-1)?.pm2_5 ?? null,
  },
  {
    id: 'first-in-list',
    says: 'taking the first one of the list, which is in no order',
    answer: (features, label) => fitting(features, label)[0]?.pm2_5 ?? null,
  },
  {
    id: 'newest-seen',
    says: 'taking what arrived last instead of the newest hour',
    answer: (features, label) =>
      [...fitting(features, label)].sort((a, b) => (a.seen < b.seen ? 1 : -1))[0]?.pm2_5 ?? null,
  },
];

/** `knownAt(features, label)` gives what was known at the label's time. */
export function judgeKnownAt(answer: unknown): Judgement {
  if (typeof answer !== 'function')
    return { kind: 'not yet', says: 'Hand over the function itself, without ().' };
  const given = CASES.map(({ label }) => call(answer, label));
  const failed = given.findIndex((one) => typeof one === 'object' && one !== null);
  if (failed >= 0)
    return { kind: 'not yet', says: `It stumbles at ${CASES[failed]?.name}: ${String(given[failed])}` };
  if (given.every((one) => one === null || one === undefined))
    return { kind: 'not tried', says: 'It always gives null.' };
  const wrong = CASES.findIndex(({ right }, i) => given[i] !== right);
  if (wrong < 0)
    return { kind: 'passed', says: 'Late values, other cities and gaps: no look into the future.' };
  const mistake = KNOWN.find(({ answer: other }) =>
    CASES.every(({ label }, i) => (given[i] ?? null) === other(FEATURES, label)),
  );
  return {
    kind: 'not yet',
    says: `${CASES[wrong]?.name}: it gives ${String(given[wrong])}, which was not what was known.`,
    ...(mistake ? { mistake: { id: mistake.id, says: mistake.says } } : noValue(given, wrong)),
  };
}

function noValue(
  given: readonly unknown[],
  wrong: number,
): Pick<Extract<Judgement, { kind: 'not yet' }>, 'mistake'> {
  if (CASES[wrong]?.right === 0 && given[wrong] === null)
    return { mistake: { id: 'zero-is-nothing', says: 'taking the value 0 for no value (|| instead of ??)' } };
  if (CASES[wrong]?.right === null && given[wrong] === undefined)
    return { mistake: { id: 'undefined-for-null', says: 'undefined where null was asked' } };
  return {};
}

/** An error is given back, not thrown. */
function call(answer: CallableFunction, label: Case['label']): unknown {
  try {
    return answer(structuredClone(FEATURES), { ...label });
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

const fitting = (features: readonly Feature[], label: Case['label']): readonly Feature[] =>
  features.filter(({ city, seen }) => city === label.city && seen <= label.at);

const newest = (features: readonly Feature[]): number | null =>
  [...features].sort((a, b) => (a.hour < b.hour ? 1 : -1))[0]?.pm2_5 ?? null;
