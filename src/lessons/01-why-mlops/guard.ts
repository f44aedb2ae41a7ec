import type { Judgement } from '../../teaching/lesson.ts';

type Day = readonly (number | null)[];

const hours = (value: (hour: number) => number | null): Day =>
  Array.from({ length: 24 }, (_, hour) => value(hour));
const wave = (hour: number): number => 7 + 2 * Math.sin(hour / 4);

const GOOD: Readonly<Record<string, Day>> = {
  'a clean day': hours((hour) => 2.1 + (hour % 3) / 10),
  'a normal day': hours(wave),
  'a day of smog': hours((hour) => 140 + 3 * wave(hour)),
  'a day with two gaps': hours((hour) => (hour === 3 || hour === 4 ? null : wave(hour))),
};
const BROKEN: Readonly<Record<string, Day>> = {
  'a day in mg': hours((hour) => wave(hour) / 1000),
  'a day of zeros': hours(() => 0),
  'a day of nulls': hours(() => null),
  'a day with two known hours': hours((hour) => (hour < 2 ? wave(hour) : null)),
};

/** The student's guard meets good and broken days; anything but undefined, null, false or '' is an alarm. */
export async function judgeGuard(answer: unknown): Promise<Judgement> {
  if (typeof answer !== 'function')
    return { kind: 'not yet', says: 'Hand over the function: guard, without ().' };
  const alarms = new Map<string, boolean>();
  for (const [name, day] of Object.entries({ ...GOOD, ...BROKEN })) {
    try {
      alarms.set(name, Boolean(await Reflect.apply(answer, undefined, [[...day]])));
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      return { kind: 'not yet', says: `It throws on ${name}: ${why}` };
    }
  }
  const falsely = Object.keys(GOOD).filter((name) => alarms.get(name));
  const missed = Object.keys(BROKEN).filter((name) => !alarms.get(name));
  if (falsely.length === 0 && missed.length === 0)
    return { kind: 'passed', says: 'Four good days pass, four broken ones are stopped.' };
  return { kind: 'not yet', says: guardSays(falsely, missed), ...guardMistake(falsely, missed) };
}

function guardSays(falsely: readonly string[], missed: readonly string[]): string {
  return [
    ...(falsely.length > 0 ? [`It stops ${falsely.join(' and ')}.`] : []),
    ...(missed.length > 0 ? [`It lets ${missed.join(' and ')} through.`] : []),
  ].join(' ');
}

function guardMistake(
  falsely: readonly string[],
  missed: readonly string[],
): Pick<Extract<Judgement, { kind: 'not yet' }>, 'mistake'> {
  if (falsely.length === Object.keys(GOOD).length)
    return { mistake: { id: 'alarm-always', says: 'an alarm that always rings, which people switch off' } };
  if (falsely.includes('a day of smog'))
    return { mistake: { id: 'bad-air-is-no-bug', says: 'taking bad air for a broken feed' } };
  if (falsely.includes('a day with two gaps'))
    return {
      mistake: { id: 'gap-is-fatal', says: 'stopping for a single gap, which real feeds have every week' },
    };
  if (missed.some((name) => /nulls|known hours/.test(name)))
    return { mistake: { id: 'null-is-fine', says: 'leaving nulls out and not counting what is left' } };
  return {};
}
