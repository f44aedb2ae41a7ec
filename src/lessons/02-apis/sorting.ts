import type { Judgement } from '../../teaching/lesson.ts';

/** Kinds of the eight services of 2.7, in the order of the list: V private, P public, C composite, K partner. */
const KINDS = 'VPCKPKCV';
const NAMES: Readonly<Record<string, string>> = {
  P: 'public',
  K: 'partner',
  V: 'private',
  C: 'composite',
};

/** Eight letters, one for each service. */
export function judgeKinds(answer: unknown): Judgement {
  const letters = lettersOf(answer);
  if (letters === '') return { kind: 'not tried' };
  if (letters.length !== KINDS.length || /[^PKVC]/.test(letters))
    return { kind: 'not yet', says: 'Write eight letters out of P, K, V and C, one for each service.' };
  const wrong = [...KINDS].flatMap((kind, index) => {
    const given = letters[index] ?? '';
    return given === kind ? [] : [{ place: index + 1, kind, given }];
  });
  const [first] = wrong;
  if (first === undefined)
    return { kind: 'passed', says: 'Who may ask makes three of the kinds; what is behind, the fourth.' };
  return {
    kind: 'not yet',
    says: `${KINDS.length - wrong.length} of ${KINDS.length} are right. Look again at ${wrong.map(({ place }) => place).join(', ')}.`,
    ...kindMistake(first),
  };
}

function kindMistake({ kind, given }: { readonly kind: string; readonly given: string }) {
  const id = `${NAMES[given]}-for-${NAMES[kind]}`;
  const says = MIXED[`${given}${kind}`];
  return says === undefined ? {} : { mistake: { id, says } };
}

/** Given, then right. */
const MIXED: Readonly<Record<string, string>> = {
  KV: 'taking a token for a key: it is the place, this computer, that makes it private',
  VK: 'taking a key for a wall: partners come from outside, with a contract',
  PK: 'taking "everybody can sign up" for "everybody may ask": without the key there is no answer',
  KP: 'expecting a key where none is needed',
  PV: 'forgetting who can reach it at all',
  PC: 'looking at who may ask; here it matters what is behind',
  KC: 'looking at who may ask; here it matters what is behind',
  CP: 'taking many data for many services',
};

const PARSONS = 'cdab';

/** The lines of `headlines`, in order; e is one line too many. */
export function judgeLines(answer: unknown): Judgement {
  const letters = lettersOf(answer).toLowerCase();
  if (letters === '') return { kind: 'not tried' };
  if (letters === PARSONS)
    return {
      kind: 'passed',
      says: 'Ask, look, ask again, look again: each answer is looked at before it is used.',
    };
  const at = (letter: string): number => letters.indexOf(letter);
  if (letters.includes('e'))
    return {
      kind: 'not yet',
      says: 'One of your lines makes a list of promises, and the next line looks for titles in them.',
      mistake: { id: 'promises-not-awaited', says: 'using answers before they have come' },
    };
  if (letters.length !== PARSONS.length || new Set(letters).size !== PARSONS.length)
    return { kind: 'not yet', says: 'Four of the five lines are needed, each once.' };
  if (at('d') < at('c'))
    return {
      kind: 'not yet',
      says: 'A line looks at something that has not been asked for yet.',
      mistake: { id: 'looked-before-asked', says: 'looking at an answer before asking' },
    };
  if (at('d') > at('a'))
    return {
      kind: 'not yet',
      says: 'A line uses the list before anybody looked whether it is one.',
      mistake: { id: 'used-before-looked', says: 'trusting the first answer' },
    };
  return { kind: 'not yet', says: 'Read your order aloud: which line needs a name that a later line makes?' };
}

const VERBS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];
const REPEATABLE = ['DELETE', 'GET', 'PUT'];

/** The verbs that may be sent again when an answer was lost. */
export function judgeVerbs(answer: unknown): Judgement {
  if (!Array.isArray(answer)) return { kind: 'not yet', says: "Write a list of verbs: ['GET', …]." };
  if (answer.length === 0) return { kind: 'not tried' };
  const verbs = [...new Set(answer.map((verb) => String(verb).toUpperCase()))];
  const unknown = verbs.filter((verb) => !VERBS.includes(verb));
  if (unknown.length > 0)
    return { kind: 'not yet', says: `${unknown.join(', ')}: use the five verbs of the table.` };
  if (verbs.includes('POST'))
    return {
      kind: 'not yet',
      says: 'One of them left two notices on the board when it was sent twice.',
      mistake: { id: 'post-is-repeatable', says: 'repeating a POST without an Idempotency-Key' },
    };
  if (verbs.includes('PATCH'))
    return {
      kind: 'not yet',
      says: 'One of them may add to what is there ("one more tag"), so twice is not once.',
      mistake: { id: 'patch-is-put', says: 'taking PATCH for PUT' },
    };
  const missing = REPEATABLE.filter((verb) => !verbs.includes(verb));
  if (missing.length === 0)
    return { kind: 'passed', says: 'These are idempotent; GET is also safe: it changes nothing at all.' };
  return {
    kind: 'not yet',
    says: `${verbs.length} are right, and ${missing.length} more may be repeated.`,
    ...(missing.includes('DELETE')
      ? {
          mistake: { id: 'delete-twice-is-an-error', says: 'judging by the second answer, not by the board' },
        }
      : missing.includes('PUT')
        ? { mistake: { id: 'writing-is-never-repeatable', says: 'taking every verb that writes for a risk' } }
        : {}),
  };
}

const lettersOf = (answer: unknown): string =>
  String(answer)
    .toUpperCase()
    .replace(/[^A-Z]/g, '');
