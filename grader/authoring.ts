import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { exerciseNames, loadExercise } from './exercises.ts';
import { type Graded, type Planted, problemsOf } from './gate.ts';
import { grade } from './grade.ts';
import { airlabHome } from './home.ts';
import { lessonGate } from './lesson-gate.ts';
import { keepStarters } from './starters.ts';

/** One wrong answer for each exercise, so that a grader that passes everything does not pass the gate. */
const PLANTED: Readonly<Record<string, Planted>> = {
  'exercise-jokes': {
    file: 'grader/tests/answers/exercise-jokes/wrong-trusted-200.ts',
    mistake: 'trusted-200',
  },
  'exercise-wrapper': {
    file: 'grader/tests/answers/exercise-wrapper/wrong-retries-at-once.ts',
    mistake: 'retries-at-once',
  },
  'exercise-graph': {
    file: 'grader/tests/answers/exercise-graph/wrong-one-hop.ts',
    mistake: 'one-hop',
  },
  'exercise-mystery': {
    file: 'grader/tests/answers/exercise-mystery/wrong-local-as-utc.ts',
    mistake: 'local-as-utc',
  },
  'exercise-sql': {
    file: 'grader/tests/answers/exercise-sql/wrong-count-star.ts',
    mistake: 'count-star',
  },
  'exercise-rates': {
    file: 'grader/tests/answers/exercise-rates/wrong-day-before.ts',
    mistake: 'day-before',
  },
  'exercise-serve': {
    file: 'grader/tests/answers/exercise-serve/wrong-one-by-one.ts',
    mistake: 'one-by-one',
  },
  'exercise-leak': {
    file: 'grader/tests/answers/exercise-leak/wrong-event-time.ts',
    mistake: 'event-time',
  },
  'exercise-app': { file: 'grader/tests/answers/exercise-app/wrong-utc-day.ts', mistake: 'utc-day' },
  'exercise-pm25': { file: 'grader/tests/answers/wrong-null-as-zero.ts', mistake: 'null-as-zero' },
  'exercise-protocols': {
    file: 'grader/tests/answers/exercise-protocols/wrong-rpc-as-rest.ts',
    mistake: 'rpc-as-rest',
  },
};

const home = airlabHome();

/** The third step of `npm run check`. With `--keep-starters` the starters are taken from `exercises/` first. */
async function main(): Promise<number> {
  const { values } = parseArgs({ options: { 'keep-starters': { type: 'boolean' } } });
  if (values['keep-starters']) for (const name of exerciseNames) keepStarters(home, name);
  const exercises = await problemsOf({
    home,
    names: exerciseNames,
    planted: PLANTED,
    load: loadExercise,
    grade: gradeFile,
  });
  const lessons = lessonGate(home);
  for (const skipped of lessons.skipped) console.log(`skipped: ${skipped}`);
  const problems = [...exercises, ...lessons.problems];
  for (const problem of problems) console.error(`✗ ${problem}`);
  if (problems.length > 0) return 1;
  console.log(
    `${exerciseNames.length} exercises: starters fail, solutions pass, a planted mistake is named.`,
  );
  console.log('Names, hints and links agree; the notebooks are what their sources make.');
  return 0;
}

async function gradeFile(exercise: string, file: string): Promise<Graded> {
  const { verdict, points, worth, rows } = await grade({
    exercise,
    root: home,
    file: join(home, file),
    mode: 'offline',
    now: Date.now,
  });
  const mistakes = rows.flatMap((row) =>
    row.outcome === 'failed' && row.finding?.mistake ? [row.finding.mistake.id] : [],
  );
  return { verdict, points, worth, mistakes: [...new Set(mistakes)] };
}

process.exitCode = await main();
