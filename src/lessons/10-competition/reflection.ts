import type { Judgement } from '../../teaching/lesson.ts';

const FIELDS = ['parted', 'because', 'tomorrow'] as const;
const FEWEST_WORDS = 5;
const WISH = /\b(careful|carefully|harder|attention|concentrate|focus|better)\b/i;

/** Judges three sentences by their form: whether each says something that another person can use. Pure. */
export function judgeReflection(answer: unknown): Judgement {
  const given: Readonly<Record<string, unknown>> =
    typeof answer === 'object' && answer !== null ? { ...answer } : {};
  const texts = FIELDS.map((field) => ({ field, text: String(given[field] ?? '').trim() }));
  if (texts.every(({ text }) => text === '')) return { kind: 'not tried' };
  const short = texts.find(({ text }) => wordsOf(text).length < FEWEST_WORDS);
  if (short)
    return {
      kind: 'not yet',
      says: `${short.field} has ${wordsOf(short.text).length} words, at least ${FEWEST_WORDS}: say what, where, when.`,
    };
  if (new Set(texts.map(({ text }) => text.toLowerCase())).size < FIELDS.length)
    return {
      kind: 'not yet',
      says: 'Two of the sentences are the same.',
      mistake: { id: 'cause-is-effect', says: 'giving what happened as its own reason' },
    };
  if (WISH.test(texts.at(-1)?.text ?? ''))
    return {
      kind: 'not yet',
      says: 'tomorrow names a wish. What exactly will your hands do first?',
      mistake: { id: 'wish-for-step', says: 'planning a wish instead of a step' },
    };
  return { kind: 'passed', says: 'Read it aloud to your partner, then save the notebook.' };
}

const wordsOf = (text: string): readonly string[] =>
  text.split(/\s+/).filter((word) => /\p{L}|\p{N}/u.test(word));
