import type { Judgement } from '../../teaching/lesson.ts';

const CITIES = [
  { name: 'Roskilde', latitude: 55.64152, longitude: 12.08035, timezone: 'Europe/Copenhagen' },
  { name: 'Beijing', latitude: 39.9075, longitude: 116.39723, timezone: 'Asia/Shanghai' },
] as const;

/** Calls the function as the grader calls answers. Whatever comes back passes: it is a warm-up. */
export async function judgeWarmUp(answer: unknown): Promise<Judgement> {
  if (typeof answer !== 'function')
    return passed('It is no function, but it arrived. In the race, functions are called by name.');
  const said: string[] = [];
  for (const city of CITIES) {
    try {
      said.push(String(await Reflect.apply(answer, undefined, [{ ...city }])));
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      return passed(
        `Called with ${city.name} it throws: ${why}. In the race that is "not yet"; here it passes.`,
      );
    }
  }
  const [first, second] = said;
  return passed(
    first === second
      ? `Both cities got "${first}". Here that passes; in the race it would be a constant, without points.`
      : `Called twice, with cities that you did not choose: "${first}" and "${second}".`,
  );
}

const passed = (says: string): Judgement => ({ kind: 'passed', says });
