import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Exercise } from './exercise.ts';
import { brokenLinks } from './links.ts';
import { readStarters } from './starters.ts';

/** Something that an author must correct before others see the kit, in one line. */
export type Problem = string;

/** What the gate needs to know of a grading. */
export interface Graded {
  readonly verdict: string;
  readonly points: number;
  readonly worth: number;
  /** Ids of the mistakes that were named. */
  readonly mistakes: readonly string[];
}

/** A wrong answer with the mistake that the grader must name. */
export interface Planted {
  readonly file: string;
  readonly mistake: string;
}

/** The kit that is checked, with the two effects that checking needs. */
export interface Kit {
  readonly home: string;
  /** The names in `grader/exercises.ts`. */
  readonly names: readonly string[];
  readonly planted: Readonly<Record<string, Planted>>;
  readonly load: (name: string) => Promise<Exercise>;
  /** Grades a file, named from `home`. */
  readonly grade: (exercise: string, file: string) => Promise<Graded>;
}

const ENDINGS = ['.ts', '.ipynb'] as const;

/**
 * The author's gate: every exercise has its files under one name, its starter fails, its solution passes, a planted
 * mistake is named, its hints have three rungs, and no page links into the void.
 *
 * @returns what is wrong, most basic first; nothing when the kit may go out.
 * @example await problemsOf({ home, names: ['exercise-pm25'], planted, load, grade }) // []
 */
export async function problemsOf(kit: Kit): Promise<Problem[]> {
  const problems = [...strays(kit), ...brokenLinks(kit.home)];
  for (const name of kit.names) problems.push(...(await problemsWith(name, kit)));
  return problems;
}

/** Files that belong to no exercise. */
function strays({ home, names }: Kit): Problem[] {
  return ['exercises', 'solutions', 'grader/checks', 'grader/starters'].flatMap((folder) =>
    list(join(home, folder))
      .filter((file) => /\.(ts|ipynb)$/.test(file))
      .filter((file) => !names.includes(file.replace(/\.(ts|ipynb)$/, '')))
      .map((file) => `${folder}/${file} belongs to no exercise in grader/exercises.ts`),
  );
}

async function problemsWith(name: string, kit: Kit): Promise<Problem[]> {
  const missing = missingFiles(name, kit);
  if (missing.length > 0) return missing;
  const exercise = await kit.load(name);
  return [
    ...recordProblems(name, exercise),
    ...textProblems(name, exercise, kit),
    ...(await gradingProblems(name, kit)),
  ];
}

/** The name in its four places, and the notebook twins of the exercise. */
function missingFiles(name: string, { home }: Kit): Problem[] {
  const places = ['exercises', 'solutions', 'grader/starters'];
  const endings = ENDINGS.filter((ending) =>
    places.some((place) => isThere(home, `${place}/${name}${ending}`)),
  );
  return [
    `grader/checks/${name}.ts`,
    ...places.flatMap((place) =>
      [...new Set(['.ts', ...endings])].map((ending) => `${place}/${name}${ending}`),
    ),
  ]
    .filter((file) => !isThere(home, file))
    .map((file) => `${file} is missing`);
}

function recordProblems(name: string, exercise: Exercise): Problem[] {
  const worth = exercise.trials
    .flatMap(({ points }) => Object.values(points))
    .reduce((sum, points) => sum + points, 0);
  return [
    ...(exercise.name === name ? [] : [`grader/checks/${name}.ts calls itself "${exercise.name}"`]),
    ...(worth === 100 ? [] : [`${name}: the points of its trials sum to ${worth}, not 100`]),
    ...(exercise.trials.some(({ id }) => id === exercise.gate)
      ? []
      : [`${name}: there is no gate trial "${exercise.gate}"`]),
    ...exercise.parts.flatMap(({ id }) => hintProblems(name, id, exercise)),
  ];
}

function hintProblems(name: string, part: string, { hints }: Exercise): Problem[] {
  const rungs = (hints.find((hint) => hint.part === part)?.rungs ?? []).filter((rung) => rung.trim() !== '');
  return [
    ...(rungs.length === 3 ? [] : [`${name}: part ${part} has ${rungs.length} hints, not three`]),
    ...(rungs[0]?.includes('?') === false
      ? [`${name}: the first hint of part ${part} is not a question`]
      : []),
  ];
}

function textProblems(name: string, exercise: Exercise, { home }: Kit): Problem[] {
  const starters = readStarters(home, name);
  const text = (file: string): string => readFileSync(join(home, file), 'utf8');
  const changed = Object.entries(starters)
    .map(([ending, kept]) => ({ file: `exercises/${name}${ending}`, kept }))
    .filter(({ file, kept }) => text(file) !== kept)
    .map(
      ({ file }) =>
        `${file} differs from grader/starters/: npm run check -- --keep-starters if that is meant`,
    );
  const todos = (starters['.ts'] ?? '').match(/\bTODO\b/g)?.length ?? 0;
  const few = todos < exercise.parts.length;
  return [
    ...changed,
    ...(few ? [`exercises/${name}.ts has ${todos} TODO for ${exercise.parts.length} parts`] : []),
    ...[`exercises/${name}.ts`, `solutions/${name}.ts`].flatMap((file) =>
      exercise.parts
        .filter((part) => !exports(text(file), part.export))
        .map((part) => `${file} does not export ${part.export}`),
    ),
  ];
}

const exports = (text: string, name: string): boolean =>
  new RegExp(`^export (?:async )?(?:function\\*?|const|let|class) ${name}\\b`, 'm').test(text);

async function gradingProblems(name: string, { home, planted, grade }: Kit): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const file of ENDINGS.map((ending) => `solutions/${name}${ending}`).filter((one) =>
    isThere(home, one),
  )) {
    const { verdict, points, worth } = await grade(name, file);
    if (verdict !== 'passed' || points !== worth)
      problems.push(`${file} gets "${verdict}", ${points}/${worth}; a solution must pass in full`);
  }
  for (const file of ENDINGS.map((ending) => `grader/starters/${name}${ending}`).filter((one) =>
    isThere(home, one),
  )) {
    const { verdict, points } = await grade(name, file);
    if (verdict !== 'not yet' || points !== 0)
      problems.push(`${file} gets "${verdict}", ${points} points; a starter must get "not yet" and 0`);
  }
  const wrong = planted[name];
  if (!wrong) return [...problems, `${name}: no wrong answer is planted in grader/authoring.ts`];
  const { verdict, mistakes } = await grade(name, wrong.file);
  if (verdict !== 'not yet')
    problems.push(`${wrong.file} gets "${verdict}"; a planted mistake must not pass`);
  if (!mistakes.includes(wrong.mistake))
    problems.push(`${wrong.file}: "${wrong.mistake}" is not named, but ${mistakes.join(', ') || 'nothing'}`);
  return problems;
}

function list(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .sort();
}

const isThere = (home: string, file: string): boolean => existsSync(join(home, file));
