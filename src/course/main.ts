import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { isAirlabError, UsageError } from '../errors.ts';
import { jupyterPython } from '../lab/jupyter-python.ts';
import { canSwitchNetworkOff, runWithoutNetwork } from '../lab/network-off.ts';
import { lessons } from '../lessons/lessons.ts';
import { type CourseLesson, readCourse, storedProblems, strayProblems } from './course.ts';
import { lessonFiles } from './files.ts';
import { checkLesson, checkOnPlainTslab, type LessonReport, makeLesson, together } from './make.ts';
import { writePages } from './pages.ts';

const USAGE = `npm run lessons [-- NN… --check --plain]

Makes the notebooks of the lessons from notebooks/source/NN-name.md: the student
form, the solved form and the recall twin, with the outputs of a run in real
Jupyter, with the classroom API and no other network.
  NN       only the lessons whose number or name begins so
  --check  write nothing; fail when a notebook is not what its source makes, or
           when a new run gives outputs of another shape
  --plain  run the student form on plain tslab too
Exit code: 0 all right, 1 something to correct, 2 wrong option, 3 Jupyter or the
classroom API is missing.
`;

const OFF = 'AIRLAB_LESSONS_NETWORK';

async function main(args: readonly string[], root: string): Promise<number> {
  const { values, positionals } = options(args);
  if (values.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  const course = chosen(root, positionals);
  const python = jupyterPython({
    root,
    platform: process.platform,
    modules: ['nbclient', 'nbformat'],
    installing: () => say('Installing a small Jupyter into .airlab/jupyter (about a minute) …'),
  });
  if (process.env[OFF] !== 'off' && canSwitchNetworkOff(process.platform))
    return runWithoutNetwork(process.execPath, [__filename, ...args], { ...process.env, [OFF]: 'off' });
  if (process.env[OFF] !== 'off') say('Network: not blocked, bubblewrap is missing.');

  const place = { root, python, env: process.env };
  const problems = positionals.length === 0 ? [...strayProblems(root, lessons)] : [];
  for (const lesson of course) {
    problems.push(...lesson.problems, ...(values.check ? storedProblems(root, lesson) : []));
    const report = together([
      await (values.check ? checkLesson : makeLesson)(place, lesson),
      ...(values.plain ? [await checkOnPlainTslab(place, lesson)] : []),
    ]);
    problems.push(...report.problems);
    say(line(lesson, report));
  }
  if (!values.check) for (const path of writePages(root, lessons)) say(`written: ${path}`);
  for (const problem of problems) say(`✗ ${problem}`);
  say(
    problems.length === 0 ? `${course.length} lessons, nothing to correct` : `${problems.length} to correct`,
  );
  return problems.length === 0 ? 0 : 1;
}

function options(args: readonly string[]) {
  try {
    const help = { type: 'boolean', short: 'h' } as const;
    const flag = { type: 'boolean' } as const;
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { help, check: flag, plain: flag },
    });
  } catch (error) {
    throw new UsageError(
      error instanceof Error ? error.message : String(error),
      'See: npm run lessons -- -h',
    );
  }
}

function chosen(root: string, wanted: readonly string[]): readonly CourseLesson[] {
  const names = lessonFiles(root).map(({ name }) => name);
  const unknown = wanted.find((word) => !names.some((name) => name.startsWith(word)));
  if (unknown === undefined) return readCourse(root, lessons, wanted);
  throw new UsageError(
    `No lesson begins with "${unknown}".`,
    `There are: ${names.join(', ') || 'none; write notebooks/source/NN-name.md'}.`,
  );
}

function line({ file, problems }: CourseLesson, report: LessonReport): string {
  const mark = problems.length + report.problems.length === 0 ? '✓' : '✗';
  const runs = report.runs.map(
    ({ form, cells, seconds }) => `${form} ${cells} cells ${seconds.toFixed(1)} s`,
  );
  const notes = [
    ...report.written.map((path) => `    written: ${path}`),
    ...report.notes.map((note) => `    ${note}`),
  ];
  return [`${mark} ${[file.name, ...runs].join('  ')}`, ...notes].join('\n');
}

const say = (text: string): void => void process.stdout.write(`${text}\n`);

main(process.argv.slice(2), join(dirname(__filename), '../..')).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    if (!isAirlabError(error)) throw error;
    process.stderr.write(`✗ ${error.message}\n  ${error.hint}\n`);
    process.exitCode = error.trouble === 'usage' ? 2 : 3;
  },
);
