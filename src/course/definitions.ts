import type { Check, Lesson, Question } from '../teaching/lesson.ts';

const FEWEST_PREDICTIONS = 3;
const RECALL_QUESTIONS = 3;
/** Notebook 00 is ten minutes long and the competition has no time for more. */
const SHORT = ['00', '10'];

/**
 * What an author must correct in the questions and checks of the lessons: lessons out of order, ids that are used twice
 * or belong elsewhere, questions without a right option, wrong options that name no misconception, ladders without a question. Pure.
 */
export function definitionProblems(lessons: readonly Lesson[]): readonly string[] {
  const ids = lessons.flatMap(({ predictions, checks, recall }) =>
    [...predictions, ...checks, ...recall].map(({ id }) => id),
  );
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
  const numbers = lessons.map(({ number }) => number);
  const early = numbers.find((number, index) => number < (numbers[index - 1] ?? ''));
  return [
    // Recall would ask of what is still to come.
    ...(early === undefined ? [] : [`src/lessons/lessons.ts: lesson ${early} stands after a later one`]),
    ...[...new Set(twice)].map((id) => `src/lessons/: the id ${id} is used twice`),
    ...lessons.flatMap(lessonProblems),
  ];
}

function lessonProblems(lesson: Lesson): string[] {
  const { number, objectives, predictions, checks, recall } = lesson;
  const prefix = `${Number(number)}.`;
  const strange = [...predictions, ...checks, ...recall].filter(({ id }) => !id.startsWith(prefix));
  const says = [
    ...(objectives.length === 0 ? ['has no objective'] : []),
    ...(predictions.length < FEWEST_PREDICTIONS && !SHORT.includes(number)
      ? [`has ${predictions.length} predictions, at least ${FEWEST_PREDICTIONS}`]
      : []),
    ...(recall.length === RECALL_QUESTIONS
      ? []
      : [`has ${recall.length} recall questions, ${RECALL_QUESTIONS} are asked`]),
    ...strange.map(({ id }) => `has ${id}, which does not begin with ${prefix}`),
    ...[...predictions, ...recall].flatMap(questionProblems),
    ...checks.flatMap(checkProblems),
  ];
  return says.map((problem) => `src/lessons/: lesson ${number} ${problem}`);
}

function questionProblems({ id, options, right }: Question): string[] {
  const keys = options.map(({ key }) => key);
  const nameless = options.filter(({ key, misconception }) => key !== right && !misconception);
  return [
    ...(keys.includes(right) ? [] : [`has ${id}, whose right option ${right} does not exist`]),
    ...(keys.length >= 3 && new Set(keys).size === keys.length
      ? []
      : [`has ${id}, which needs three options or more, with a letter each`]),
    ...nameless.map(({ key }) => `has ${id}, whose wrong option ${key} names no misconception`),
  ];
}

function checkProblems({ id, hints, solution }: Check): string[] {
  return [
    ...(hints[0].includes('?') ? [] : [`has ${id}, whose first hint is not a question`]),
    ...(hints.some((hint) => hint.trim() === '') || solution.trim() === ''
      ? [`has ${id} with an empty hint or solution`]
      : []),
  ];
}

/** Checks that no test of the lessons names, as sentences. `tests` holds the text of every file of `src/tests/lessons`. Pure. */
export function untestedChecks(
  lessons: readonly Lesson[],
  tests: readonly { readonly name: string; readonly text: string }[],
): readonly string[] {
  return lessons.flatMap(({ number, checks }) => {
    const text = tests
      .filter(({ name }) => name.startsWith(number))
      .map((test) => test.text)
      .join('\n');
    return checks
      .filter(({ id }) => !text.includes(`'${id}'`))
      .map(({ id }) => `src/tests/lessons/${number}-…test.ts plants no answers for check ${id}`);
  });
}
