import type { Judgement } from '../../teaching/lesson.ts';

const CASES = [
  ['GET', 'https://air.example/roskilde', 503],
  ['POST', 'https://air.example/notices?city=beijing', 422],
] as const;
/** As handed out. */
const UNTOUCHED = 'HTTP error';

/** The text must change with method, address and status: a sentence that holds one example by heart does not. */
export function judgeFacts(answer: unknown): Judgement {
  if (typeof answer !== 'function')
    return { kind: 'not yet', says: 'Hand over the function itself: facts, without ().' };
  const texts = CASES.map((args): unknown => Reflect.apply(answer, undefined, [...args]));
  if (texts.every((text) => text === UNTOUCHED || text === undefined)) return { kind: 'not tried' };
  if (texts.some((text) => typeof text !== 'string')) return { kind: 'not yet', says: 'It gives no text.' };
  const lacks = ['the method', 'the address', 'the status'].filter((_, place) =>
    CASES.some((args, index) => !String(texts[index]).includes(String(args[place]))),
  );
  if (lacks.length === 0) return { kind: 'passed', says: 'Whoever reads it can ask the same again by hand.' };
  return {
    kind: 'not yet',
    says: `Something is missing: ${lacks.join(', ')}.`,
    ...(lacks.includes('the status') ? {} : { mistake: STATUS_ONLY }),
  };
}

const STATUS_ONLY = {
  id: 'error-without-facts',
  says: 'thinking that a number is enough, when many services are asked',
};
