import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Exercise } from './exercise.ts';
import { exerciseNames, loadExercise } from './exercises.ts';
import { grade } from './grade.ts';
import { airlabHome } from './home.ts';
import { keepStarters, readStarters } from './starters.ts';

/** Something that an author must correct before others see the kit. */
type Problem = string;

const home = airlabHome();

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { 'keep-starters': { type: 'boolean' } } });
  if (values['keep-starters']) for (const name of exerciseNames) keepStarters(home, name);
  const problems = [
    ...strays(),
    ...brokenLinks(),
    ...(await Promise.all(exerciseNames.map(checkExercise))).flat(),
  ];
  for (const problem of problems) console.error(`✗ ${problem}`);
  if (problems.length === 0)
    console.log(`${exerciseNames.length} exercise, starters fail, solutions pass, names and links agree.`);
  return problems.length === 0 ? 0 : 1;
}

async function checkExercise(name: string): Promise<Problem[]> {
  const exercise = await loadExercise(name);
  const problems = [...checkRecord(name, exercise), ...checkStarter(name, exercise)];
  for (const file of [`solutions/${name}.ts`, `solutions/${name}.ipynb`].filter(isThere)) {
    const { verdict, points, worth } = await gradeFile(name, file);
    if (verdict !== 'passed' || points !== worth)
      problems.push(`${file} gets "${verdict}", ${points}/${worth}; it must pass in full`);
  }
  for (const file of [`grader/starters/${name}.ts`, `grader/starters/${name}.ipynb`].filter(isThere)) {
    const { verdict, points } = await gradeFile(name, file);
    if (verdict !== 'not yet' || points !== 0)
      problems.push(`${file} gets "${verdict}", ${points} points; a starter must get "not yet" and 0`);
  }
  return problems;
}

const gradeFile = (exercise: string, file: string) =>
  grade({ exercise, root: home, file: join(home, file), mode: 'offline', now: Date.now });

function checkRecord(name: string, exercise: Exercise): Problem[] {
  const problems: Problem[] = [];
  const worth = exercise.trials
    .flatMap((trial) => Object.values(trial.points))
    .reduce((sum, points) => sum + points, 0);
  if (exercise.name !== name) problems.push(`grader/checks/${name}.ts calls itself "${exercise.name}"`);
  if (worth !== 100) problems.push(`${name}: the points of its trials sum to ${worth}, not 100`);
  if (!exercise.trials.some(({ id }) => id === exercise.gate))
    problems.push(`${name}: there is no gate trial "${exercise.gate}"`);
  for (const part of exercise.parts) {
    const rungs = exercise.hints.find((hint) => hint.part === part.id)?.rungs ?? [];
    if (rungs.length !== 3 || rungs.some((rung) => rung.trim() === ''))
      problems.push(`${name}: part ${part.id} has ${rungs.length} hints, not three`);
    if (!rungs[0]?.includes('?'))
      problems.push(`${name}: the first hint of part ${part.id} is not a question`);
  }
  return problems;
}

function checkStarter(name: string, exercise: Exercise): Problem[] {
  const problems: Problem[] = [];
  for (const place of [
    `exercises/${name}.ts`,
    `solutions/${name}.ts`,
    `grader/checks/${name}.ts`,
    `grader/starters/${name}.ts`,
  ]) {
    if (!isThere(place)) problems.push(`${place} is missing`);
  }
  const kept = readStarters(home, name);
  for (const [ending, text] of Object.entries(kept)) {
    const path = `exercises/${name}${ending}`;
    if (!isThere(path) || readFileSync(join(home, path), 'utf8') !== text) {
      problems.push(
        `${path} differs from grader/starters/: run "npm run check -- --keep-starters" if the change is meant`,
      );
    }
  }
  const todos = (kept['.ts'] ?? '').match(/\bTODO\b/g)?.length ?? 0;
  if (todos < exercise.parts.length)
    problems.push(`exercises/${name}.ts has ${todos} TODO for ${exercise.parts.length} parts`);
  for (const part of exercise.parts) {
    if (!kept['.ts']?.includes(part.export))
      problems.push(`exercises/${name}.ts does not export ${part.export}`);
  }
  return problems;
}

function strays(): Problem[] {
  return ['exercises', 'solutions', 'grader/checks'].flatMap((folder) =>
    readdirSync(join(home, folder), { withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(ts|ipynb)$/.test(entry.name))
      .filter((entry) => !exerciseNames.includes(entry.name.replace(/\.(ts|ipynb)$/, '')))
      .map((entry) => `${folder}/${entry.name} belongs to no exercise`),
  );
}

function brokenLinks(): Problem[] {
  const pages = [
    'README.md',
    'CONTRIBUTING.md',
    'CHANGELOG.md',
    'exercises/README.md',
    'src/README.md',
    'src/kernel/README.md',
  ].filter(isThere);
  return pages.flatMap((page) =>
    [...readFileSync(join(home, page), 'utf8').matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)]
      .map((match) => match[1] ?? '')
      .filter((target) => !existsSync(join(home, dirname(page), target)))
      .map((target) => `${page} links to ${target}, which does not exist`),
  );
}

const isThere = (path: string): boolean => existsSync(join(home, path));

process.exitCode = await main();
