import { UsageError } from '../errors.ts';
import type { Kept, Lines } from '../journal/lines.ts';
import { nearest } from '../nearest.ts';
import type { LessonEvent } from './events.ts';
import type { Check, Judgement, Lesson, Question } from './lesson.ts';
import { lastChoice, rungsTaken, wasTried } from './progress.ts';
import { recallFor } from './recall.ts';
import {
  choiceEvent,
  sayHint,
  sayJudgement,
  sayNoted,
  sayNotPredicted,
  sayQuestion,
  sayReveal,
  saySolution,
} from './say.ts';
import type { View } from './view.ts';

/** The effects behind the teaching tools. */
export interface TeachingPlace {
  readonly lessons: readonly Lesson[];
  /** ISO 8601, UTC. */
  readonly now: () => string;
  readonly read: () => Lines<LessonEvent>;
  readonly keep: (event: LessonEvent) => Kept;
  readonly show: (view: View) => void;
}

/** What a lesson's cells call. Everything stays on this machine. */
export interface TeachingTools {
  /**
   * Asks a question before a cell runs, or notes the answer. Nothing is given away.
   *
   * @throws UsageError for an id or a letter that the lesson does not have.
   * @example predict('2.3', 'b')
   */
  predict(id: string, choice?: string): void;
  /** After the cell ran: whether the prediction was right, and why each option tempts. */
  reveal(id: string): void;
  /** Three questions from earlier lessons; with letters, the answers to them. @example recall('03', 'bac') */
  recall(lesson: string, choices?: string): void;
  /** Judges an answer: passed, not yet, not tried, or could not check. Never prints the expected answer. */
  check(id: string, answer?: unknown): Promise<void>;
  /** The next hint: a question, then a pointer, then a skeleton. */
  hint(id: string): void;
  /** A good answer with its reasons, after one try. */
  solution(id: string): void;
}

/** Makes the tools over a place; tests give one that keeps everything in memory. */
export function teachingTools({ lessons, now, read, keep, show }: TeachingPlace): TeachingTools {
  const checkNamed = (id: string): Check =>
    named(
      id,
      lessons.flatMap(({ checks }) => checks),
      'check',
    );
  const predictionNamed = (id: string): Question =>
    named(
      id,
      lessons.flatMap(({ predictions }) => predictions),
      'prediction',
    );
  const note = (event: LessonEvent): View => {
    const kept = keep(event);
    return kept.kept ? [] : [{ text: `Progress was not kept: ${kept.why}`, kind: 'dim' }];
  };

  return {
    predict(id, choice) {
      const question = predictionNamed(id);
      if (isBlank(choice)) {
        show(sayQuestion(question, `Talk, choose, and write your letter: predict('${id}', 'a')`));
        return;
      }
      const letter = letterOf(choice, question);
      const kept = note(choiceEvent('predicted', question, { choice: letter, at: now() }));
      show([...sayNoted(question, letter), ...kept]);
    },
    reveal(id) {
      const question = predictionNamed(id);
      const choice = lastChoice(read().events, id);
      show(choice === undefined ? sayNotPredicted(question) : sayReveal(question, choice));
    },
    recall(number, choices) {
      const questions = recallFor(lessons, number);
      if (isBlank(choices)) {
        show([
          ...questions.flatMap((question) => sayQuestion(question, '')).filter(({ text }) => text !== ''),
          { text: `Answer all at once, for example: recall('${number}', 'abc')`, kind: 'dim' },
        ]);
        return;
      }
      const letters = [...choices.replace(/[^a-z]/gi, '')];
      show(
        questions.flatMap((question, index) => {
          const letter = letterOf(letters[index] ?? '', question);
          const kept = note(choiceEvent('recalled', question, { choice: letter, at: now() }));
          return [...sayReveal(question, letter), ...kept];
        }),
      );
    },
    async check(id, answer) {
      const check = checkNamed(id);
      const judgement = await judged(check, answer);
      if (judgement.kind === 'not tried') {
        show(sayJudgement(check, judgement));
        return;
      }
      const mistake = judgement.kind === 'not yet' ? judgement.mistake?.id : undefined;
      const event: LessonEvent = {
        type: 'checked',
        at: now(),
        id,
        outcome: judgement.kind,
        ...(mistake === undefined ? {} : { mistake }),
      };
      show([...sayJudgement(check, judgement), ...note(event)]);
    },
    hint(id) {
      const check = checkNamed(id);
      const taken = rungsTaken(read().events, id);
      const kept = taken < check.hints.length ? note({ type: 'hinted', at: now(), id, rung: taken + 1 }) : [];
      show([...sayHint(check, taken), ...kept]);
    },
    solution(id) {
      const check = checkNamed(id);
      const tried = wasTried(read().events, id);
      show([...saySolution(check, tried), ...(tried ? note({ type: 'opened', at: now(), id }) : [])]);
    },
  };
}

/** An answer that is missing was not tried; one whose check itself fails could not be checked. */
async function judged(check: Check, answer: unknown): Promise<Judgement> {
  try {
    const value: unknown = await answer;
    if (value === undefined || value === null || value === '') return { kind: 'not tried' };
    return await check.judge(value);
  } catch (error) {
    return { kind: 'could not check', why: error instanceof Error ? error.message : String(error) };
  }
}

function named<Item extends { readonly id: string }>(id: string, items: readonly Item[], what: string): Item {
  const found = items.find((item) => item.id === id);
  if (found) return found;
  const near = nearest(
    id,
    items.map((item) => item.id),
  );
  throw new UsageError(`There is no ${what} '${id}'.`, `Nearest: ${near.join(', ')}.`, 'NO_ID');
}

const isBlank = (text: string | undefined): text is undefined | '' | '?' =>
  text === undefined || text === '' || text === '?' || text === '…';

function letterOf(choice: string, { id, options }: Question): string {
  const letter = choice.trim().toLowerCase();
  if (options.some(({ key }) => key === letter)) return letter;
  const keys = options.map(({ key }) => key).join(', ');
  throw new UsageError(`'${choice}' is no option of ${id}.`, `Write one of ${keys}.`, 'NO_OPTION');
}
