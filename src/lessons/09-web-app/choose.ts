import type { Check, Judgement } from '../../teaching/lesson.ts';

/** A hit of a search, as far as choosing needs it. */
interface Hit {
  readonly name: string;
  readonly countryCode: string;
  readonly region: string;
}

const hit = (name: string, countryCode: string, region: string): Hit => ({ name, countryCode, region });

const PARIS = [
  hit('Paris', 'FR', 'Île-de-France'),
  hit('Paris', 'US', 'Texas'),
  hit('Paris', 'CA', 'Ontario'),
];
const LIMA = [hit('Lima', 'PE', 'Lima Province'), hit('Lima', 'US', 'Ohio')];

/** Which of many places of one name is meant. */
export const choose: Check = {
  id: '9.2',
  title: 'The place that is meant',
  hints: [
    'What else, besides the name, does a visitor have to tell you?',
    'places.find(…) gives the first that fits, and undefined when none does. Each place has a countryCode.',
    'return places.find((place) => place.countryCode === …);',
  ],
  solution: `return places.find((place) => place.countryCode === country);
// undefined when none fits: the endpoint makes a 404 of it.
// Rejected: … ?? places[0]. A wrong city with plausible numbers is worse than no answer.`,
  judge: (answer) => {
    if (typeof answer !== 'function')
      return { kind: 'not yet', says: 'Hand over the function itself: choose, without ().' };
    const given = (places: readonly Hit[], country: string): unknown =>
      Reflect.apply(answer, undefined, [places, country]);
    if (given(PARIS, 'US') === undefined && given(PARIS, 'FR') === undefined) return { kind: 'not tried' };
    return (
      problem(given(PARIS, 'US'), PARIS[1], PARIS) ??
      problem(given(LIMA, 'US'), LIMA[1], LIMA) ??
      problem(given(PARIS, 'FR'), PARIS[0], PARIS) ??
      problem(given(PARIS, 'CN'), undefined, PARIS) ??
      problem(given([], 'DK'), undefined, []) ?? {
        kind: 'passed',
        says: 'Five searches, and no place is taken for another one.',
      }
    );
  },
};

function problem(given: unknown, right: Hit | undefined, places: readonly Hit[]): Judgement | undefined {
  if (given === right) return undefined;
  const isFirst = given !== undefined && given === places[0];
  return {
    kind: 'not yet',
    says:
      right === undefined
        ? 'A place is given for a country where none of that name was found.'
        : `For ${right.name} in ${right.countryCode} another place is given.`,
    ...(isFirst
      ? { mistake: { id: 'wrong-country', says: 'taking the first hit, whichever country it lies in' } }
      : {}),
  };
}
