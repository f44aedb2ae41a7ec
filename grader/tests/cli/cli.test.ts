import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { type Kit, makeKit, STARTER } from './kit.ts';

const kit: Kit = await makeKit();
process.on('exit', kit.close);

const NAME = 'exercise-pm25';
const answer = (text: string): void => kit.write(`exercises/${NAME}.ts`, text);
const at = (path: string): string => join(kit.folder, path);
const fresh = (): void => {
  rmSync(at('.airlab'), { recursive: true, force: true });
  answer(STARTER);
};

const help = suite('cli :: help');

help('--help, -h, help, nothing :: the same text on stdout', () => {
  const first = kit.run(['--help']);
  assert.is(first.status, 0);
  assert.is(first.stderr, '');
  assert.fixture(first.stdout, readFileSync(new URL('golden/help.txt', import.meta.url), 'utf8'));
  for (const args of [['-h'], ['help'], []]) assert.equal(kit.run(args), first);
});

help('of a command :: its own options', () => {
  for (const [args, option] of [
    [['start', '--help'], '--again'],
    [[NAME, '--help'], '--junit FILE'],
    [['--help', 'record'], '--from URL'],
  ] as const) {
    const { status, stdout, stderr } = kit.run(args);
    assert.is(status, 0);
    assert.is(stderr, '');
    assert.match(stdout, option);
    for (const line of stdout.split('\n')) assert.ok(line.length <= 80, line);
  }
});

help('--version :: one line', () => {
  assert.equal(kit.run(['--version']), { status: 0, stdout: 'airlab 1.2.3\n', stderr: '' });
});

help.run();

const usage = suite('cli :: usage');

for (const [args, stderr] of [
  [
    ['exercise-pm52'],
    'There is no exercise or command "exercise-pm52".\nNearest: exercise-pm25, exercise-jokes, reset.\n',
  ],
  [['pm25'], 'There is no exercise or command "pm25".\nNearest: exercise-pm25, list, hint.\n'],
  [
    ['hint', 'exercise-pm2'],
    'There is no exercise "exercise-pm2".\nNearest: exercise-pm25, exercise-jokes.\n',
  ],
  [['start'], 'The name of the exercise is missing.\nType: grade start NAME\n'],
  [
    [NAME, '--sed', '1'],
    'There is no option --sed here.\nNearest: --seed, --json, --help. All: grade --help\n',
  ],
  [[NAME, '--junit'], '--junit needs a value: --junit FILE.\nSee grade --help\n'],
  [[NAME, '--live=yes'], '--live takes no value.\nSee grade --help\n'],
  [
    ['list', '--seed', '1'],
    'There is no option --seed here.\nNearest: --help, --json, --debug. All: grade list --help\n',
  ],
  [[NAME, 'extra'], '"extra" is one word too many.\nType: grade NAME\n'],
  [[NAME, '--seed', '1.5'], '--seed needs a whole number, not "1.5".\nFor example --seed 7.\n'],
  [[NAME, '--live', '--snapshot', 'x'], '--live and --snapshot exclude each other.\nGive one of them.\n'],
  [[NAME, '--watch', '--json'], '--json and --watch exclude each other.\nGive one of them.\n'],
  [['hint', NAME, 'hourli'], `${NAME} has no part "hourli".\nNearest: hourly, hourlyPm25, show.\n`],
  [['replay', NAME, 'null'], `There is no trial of ${NAME} "null".\nNearest: nulls, as-is.\n`],
  [['constructor'], 'There is no exercise or command "constructor".\nNearest: doctor, start, solution.\n'],
] as const) {
  usage(`grade ${args.join(' ')}`, () => {
    const ran = kit.run(args);
    assert.is(ran.status, 2);
    assert.is(ran.stdout, args.some((word) => word === '--json') ? ran.stdout : '');
    assert.is(ran.stderr, stderr);
  });
}

usage('--json :: the failure is JSON on stdout', () => {
  const { status, stdout } = kit.run(['exercise-pm52', '--json']);
  assert.is(status, 2);
  const { exitCode, error } = JSON.parse(stdout);
  assert.is(exitCode, 2);
  assert.equal(error.trouble, 'usage');
});

usage.run();

const grading = suite('cli :: grade');
grading.before.each(fresh);

for (const [name, status] of [
  ['passed', 0],
  ['not-yet', 1],
  ['hard-coded', 1],
  ['could-not-check', 3],
] as const) {
  grading(`exit code :: ${name}`, () => {
    answer(`// gets: ${name}\n`);
    const ran = kit.run([NAME]);
    assert.is(ran.status, status);
    assert.is(ran.stderr, '');
    assert.match(ran.stdout, `${NAME} · Fine dust where you live`);
  });
}

grading('outside trouble :: exit 3, words on stderr', () => {
  assert.equal(kit.run([NAME, '--live']), {
    status: 3,
    stdout: '',
    stderr: 'Open-Meteo did not answer in 2.5 s.\nLeave out --live.\n',
  });
});

grading('our bug :: exit 70, apology, log; trace with --debug only', () => {
  answer('// gets: bug\n');
  const { status, stdout, stderr } = kit.run([NAME]);
  assert.is(status, 70);
  assert.is(stdout, '');
  assert.match(stderr, 'Sorry, airlab itself failed.');
  assert.not.match(stderr, /\n {4}at /);
  const log = /Log: (.*)/.exec(stderr)?.[1] ?? '';
  assert.match(readFileSync(log, 'utf8'), 'TypeError: a bug of ours');
  assert.match(kit.run([NAME, '--debug']).stderr, /\n {4}at /);
  assert.is(JSON.parse(kit.run([NAME, '--json']).stdout).error.code, 'BUG');
});

grading('--json :: the report and nothing else', () => {
  const { status, stdout } = kit.run([NAME, '--json', '--seed', '7']);
  assert.is(status, 1);
  const report = JSON.parse(stdout);
  assert.is(report.format, 'airlab-report-1');
  assert.is(report.seed, 7);
});

grading('--notebook :: one JSON, also on failure', () => {
  const { status, stdout } = kit.run([NAME, '--notebook']);
  assert.is(status, 1);
  assert.equal(Object.keys(JSON.parse(stdout)), ['text', 'html', 'exitCode']);
  const failure = JSON.parse(kit.run([NAME, '--notebook', '--live']).stdout);
  assert.is(failure.exitCode, 3);
  assert.match(failure.html, 'Open-Meteo did not answer');
});

grading('--junit :: beside the report', () => {
  const { status, stdout } = kit.run([NAME, '--junit', 'result.xml']);
  assert.is(status, 1);
  assert.match(stdout, 'not yet, 10/100 points');
  assert.match(readFileSync(at('result.xml'), 'utf8'), '<testsuites name="exercise-pm25"');
  assert.is(kit.run([NAME, '--junit', 'no/such/folder/x.xml']).status, 3);
});

grading('colour :: asked for, forbidden', () => {
  assert.match(kit.run([NAME], { FORCE_COLOR: '1' }).stdout, '\u001b[');
  assert.not.match(kit.run([NAME, '--no-color'], { FORCE_COLOR: '1' }).stdout, '\u001b[');
  assert.not.match(kit.run([NAME], { FORCE_COLOR: '1', NO_COLOR: '1' }).stdout, '\u001b[');
});

grading('slow :: a plain line on stderr after a second', () => {
  answer('// gets: passed slow 1300\n');
  const { stdout, stderr } = kit.run([NAME]);
  assert.is(stderr, 'running your answer on changed data ...\n');
  assert.match(stdout, '100/100');
});

grading('read-only folder :: grades and says that progress was not kept', () => {
  writeFileSync(at('.airlab'), 'a file where the folder should be');
  const { status, stdout } = kit.run([NAME]);
  assert.is(status, 1);
  assert.match(stdout, 'Progress was not kept:');
  rmSync(at('.airlab'));
});

grading.run();

const doctor = suite('cli :: doctor');
doctor.before.each(fresh);
/** A port where nothing answers, so that no test asks the real service. */
const OFFLINE = { OPEN_METEO_AIR_QUALITY_API_URL: 'http://127.0.0.1:9' };

doctor('names what blocks and exits 3', () => {
  const { status, stdout } = kit.run(['doctor'], OFFLINE);
  assert.is(status, 3);
  assert.match(stdout, /✗ packages +some are missing or older than wanted\n +→ npm start, or npm ci/);
  assert.match(stdout, /✓ sandbox +node permissions, watchdog/);
  assert.match(stdout, 'Begin with: npm start, or npm ci');
  for (const line of stdout.split('\n')) assert.ok(line.length <= 80, line);
});

doctor('--json :: findings', () => {
  const { findings } = JSON.parse(kit.run(['doctor', '--json'], OFFLINE).stdout);
  assert.ok(findings.length > 10);
  for (const { state, fix } of findings) assert.is(fix === undefined, state === 'ok');
});

doctor.run();

const binary = suite('cli :: binary');

binary('not built :: one clear message, exit 3, JSON stays JSON', () => {
  kit.write('bare/grader/bin/grade.mjs', readFileSync(at('grader/bin/grade.mjs'), 'utf8'));
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [at('bare/grader/bin/grade.mjs'), ...args], { encoding: 'utf8' });
  const { status, stdout, stderr } = run(NAME);
  assert.is(status, 3);
  assert.is(stdout, '');
  assert.match(stderr, /^airlab is not installed and built yet\.\nIn its folder run: npm start/);
  assert.is(JSON.parse(run(NAME, '--json').stdout).exitCode, 3);
  assert.is(JSON.parse(run(NAME, '--notebook').stdout).exitCode, 3);
});

binary('--help :: does not load a command', () => {
  const text = readFileSync(at('grader/dist/cli.js'), 'utf8');
  assert.not.match(text, 'string-width');
  assert.ok(text.length < 60_000, `${text.length} characters`);
});

binary.run();
