import type { Finding, PartVerdict } from '../../exercise.ts';
import { noValue } from '../../judge/outcome.ts';
import { isRecord, kindOf } from '../../judge/readings.ts';
import type { Mistake } from '../../judge/setting.ts';
import { MADE_UP as ANY_MADE_UP } from '../../judge/trouble.ts';
import { type Around, type Given, jokesOf, listIn } from './given.ts';
import { mistakeIn } from './mistakes.ts';
import type { Joke } from './questions.ts';
import { sameJoke, sameJokes } from './same.ts';

/** Everything that a judgement of one part depends on. */
export interface JokesJudging extends Around {
  /** The service fails at first: jokes that it did not tell are made up. */
  readonly isFaulty: boolean;
}

/** Judges what one function gave to all questions of a trial. Pure. */
export function judgeJokes({ isFaulty, ...around }: JokesJudging): PartVerdict {
  const { given } = around;
  const wrong = given.filter((one) => !isRight(one));
  if (wrong.length === 0) return { kind: 'passed' };
  if (given.every(isEmptyHanded) && given.some(({ question }) => jokesOf(question).length > 0))
    return { kind: 'failed', finding: { says: 'gives no jokes to any question' } };
  const named = wrong.map((one) => ({ one, mistake: mistakeIn(one, around) }));
  const { one, mistake } = named.find((entry) => entry.mistake !== undefined) ?? named[0] ?? {};
  if (one === undefined) return { kind: 'passed' };
  const finding = findingOf(one);
  if (isFaulty)
    return { kind: 'failed', finding: tellsJokes(one) ? { ...finding, mistake: MADE_UP } : finding };
  return { kind: 'failed', finding: mistake === undefined ? finding : { ...finding, mistake } };
}

function isRight({ question: { right }, outcome }: Given): boolean {
  if (right.kind === 'refused')
    return outcome?.kind === 'threw' && plain(outcome.message).includes(plain(right.words));
  return outcome?.kind === 'value' && sameJokes(outcome.value, right.jokes);
}

const MADE_UP: Mistake = { ...ANY_MADE_UP, says: 'telling jokes of its own when the service fails' };

/** Spaces, quotes and capitals are no matter: the words may come in JSON. */
const plain = (text: string): string =>
  text
    .replaceAll(/[\\"'`]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .toLowerCase();

const isEmptyHanded = ({ outcome }: Given): boolean =>
  outcome?.kind === 'value' &&
  (outcome.value === null || listIn(outcome).length === 0) &&
  !isRecord(outcome.value);

/** Jokes with an id and words: what is left of an error's fields is none. */
function tellsJokes({ outcome }: Given): boolean {
  return listIn(outcome).some((entry) => isRecord(entry) && typeof entry.id === 'number');
}

function findingOf({ question, outcome }: Given): Finding {
  const { right, shown } = question;
  const expected =
    right.kind === 'refused'
      ? `an error that says: ${right.words}`
      : `${counted(right.jokes.length)} as an array`;
  if (outcome?.kind === 'value') {
    const actual = clipped(outcome.value);
    const says =
      right.kind === 'refused'
        ? `for ${shown}: gives ${kindOf(outcome.value)}, but the service says why it cannot`
        : `for ${shown}: ${difference(outcome.value, right.jokes)}`;
    return { says, expected, actual };
  }
  if (outcome?.kind === 'threw' && right.kind === 'refused') {
    const actual = `${outcome.name}: ${outcome.message}`;
    return { says: `for ${shown}: the error does not have the service's words`, expected, actual };
  }
  const { says, ...others } = noValue(outcome);
  return { ...others, says: `for ${shown}: ${says}` };
}

/** Where the two part first, without the data itself. */
function difference(value: unknown, jokes: readonly Joke[]): string {
  if (!Array.isArray(value)) return `gives ${kindOf(value)}; always an array is asked for`;
  const entries: readonly unknown[] = value;
  const strange = entries.find((entry) => !isRecord(entry) || !('id' in entry) || !('lines' in entry));
  if (strange !== undefined) return `has ${kindOf(strange)} in the array; { id, lines } is asked for`;
  if (entries.length !== jokes.length) return `gives ${counted(entries.length)}, expected ${jokes.length}`;
  const at = jokes.findIndex((joke, index) => !sameJoke(entries[index], joke));
  const entry = entries[at];
  const field = isRecord(entry) && entry.id === jokes[at]?.id ? 'lines' : 'id';
  return `joke ${at + 1} has another ${field} than the service says`;
}

const counted = (count: number): string => (count === 1 ? '1 joke' : `${count} jokes`);

const LONGEST = 160;

function clipped(value: unknown): string {
  const text = JSON.stringify(value) ?? 'undefined';
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST)} …`;
}
