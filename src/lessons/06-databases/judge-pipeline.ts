import type { Judgement } from '../../teaching/lesson.ts';

const CHANGED = [
  { place: { city: 'Roskilde' }, hour: '2026-01-12T00:00', pm2_5: 4 },
  { place: { city: 'Roskilde' }, hour: '2026-01-12T01:00', pm2_5: null },
  { place: { city: 'Roskilde' }, hour: '2026-01-12T02:00', pm2_5: 7 },
  { place: { city: 'Roskilde' }, hour: '2026-01-13T00:00', pm2_5: 900 },
  { place: { city: 'Beijing' }, hour: '2026-01-12T00:00', pm2_5: 50 },
  { place: { city: 'Beijing' }, hour: '2026-01-12T01:00', pm2_5: 90 },
  { place: { city: 'Beijing' }, hour: '2026-01-12T02:00', pm2_5: 100 },
];
const MEANS = new Map([
  ['Beijing', 80],
  ['Roskilde', 5.5],
]);
const WRONG: Readonly<Record<string, { readonly id: string; readonly says: string }>> = {
  '240,11': { id: 'sum-for-mean', says: 'a sum where a mean was asked' },
  '100,7': { id: 'max-for-mean', says: 'the highest value where a mean was asked' },
  '50,4': { id: 'min-for-mean', says: 'the lowest value where a mean was asked' },
};

/** The pipeline gives the mean of each city on 12 January, on other documents too. */
export async function judgePipeline(answer: unknown): Promise<Judgement> {
  if (!Array.isArray(answer)) return { kind: 'not yet', says: 'A pipeline is a list of stages.' };
  const ended = await run(answer);
  if ('error' in ended) return { kind: 'not yet', says: `The pipeline does not run: ${ended.error}` };
  const means = [...MEANS.keys()].map((city) =>
    field(
      ended.found.find((one) => field(one, 'city') === city),
      'mean',
    ),
  );
  if (means.every((mean) => mean === 0))
    return { kind: 'not tried', says: 'Replace `{ $sum: 0 }` by the mean.' };
  if (means.every((mean) => mean === null || mean === undefined))
    return {
      kind: 'not yet',
      says: 'It gives no numbers.',
      mistake: { id: 'field-without-dollar', says: "the text 'pm2_5' instead of the field '$pm2_5'" },
    };
  if (means.join() === [...MEANS.values()].join())
    return { kind: 'passed', says: 'It fits other documents too, and a null does not count.' };
  const mistake = WRONG[means.join()];
  return {
    kind: 'not yet',
    says: 'On other documents the means differ from what they should be.',
    ...(mistake ? { mistake } : {}),
  };
}

async function run(
  pipeline: readonly unknown[],
): Promise<{ readonly found: readonly unknown[] } | { readonly error: string }> {
  try {
    const { aggregate } = await import('mingo');
    const stages = pipeline.filter(
      (stage): stage is Record<string, unknown> => typeof stage === 'object' && stage !== null,
    );
    return { found: aggregate(structuredClone(CHANGED), [...stages]) };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
