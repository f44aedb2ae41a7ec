import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { isAlive } from '../../../../src/databases/embedded/postmaster.ts';
import { openJournal } from '../../../contest/store/journal.ts';
import { readLine } from '../../../contest/store/line.ts';
import { openQueue } from '../../../contest/store/queue.ts';
import { startWorkers } from '../../../contest/worker/workers.ts';
import { closeAll, engines, newContest, newPerson, submit, until } from '../store/fixture.ts';
import { killNow } from '../store/killing.ts';

const test = suite('contest worker :: processes');
test.after(closeAll);

const root = fileURLToPath(new URL('../../../..', import.meta.url));
const bin = `${root}grader/bin/grade.mjs`;
const [embedded] = engines();

test('grade worker :: grades in the sandbox, is replaced when it dies, and ends in order', async () => {
  const { database } = await embedded.open();
  const queue = await openQueue(database);
  const contest = await newContest(database);
  const said: string[] = [];
  const workers = startWorkers({ count: 1, url: database.url, say: (line) => said.push(line) });
  const verdicts = async () =>
    (await openJournal(database, contest).read(0)).flatMap(({ event }) =>
      event.type === 'judged' ? event : [],
    );
  const atWork = async () => (await readLine(database, contest)).workers.map(({ pid }) => pid);

  const source = readFileSync(`${root}solutions/exercise-pm25.ts`, 'utf8');
  const submission = await submit(queue, contest, {
    person: await newPerson(database, contest, 'Ada'),
    source,
  });
  await until('the verdict', async () => (await verdicts()).length === 1);
  const [verdict] = await verdicts();
  assert.equal([verdict?.submission, verdict?.result.points], [submission, 100]);
  assert.match(said.join('\n'), `worker 1: ${submission}  passed, 100 of 100`);

  const [first = 0] = workers.pids();
  assert.equal(await atWork(), [first]);
  const { password } = new URL(database.url);
  assert.not.match(said.join('\n'), password);
  if (process.platform === 'linux')
    assert.not.match(
      readFileSync(`/proc/${first}/cmdline`, 'utf8'),
      password,
      'no secret where all can read it',
    );

  killNow(first);
  await until('another one is at work', async () => (await atWork()).some((pid) => pid !== first));
  const [second = 0] = workers.pids();
  await workers.stop();
  assert.not.ok(isAlive(second));
  assert.equal(workers.pids(), []);
  assert.equal(await atWork(), []);
  await queue.close();
});

test('grade worker :: SIGTERM ends it with 0', async () => {
  const { database } = await embedded.open();
  const child = spawn(process.execPath, [bin, 'worker', '--database', database.url], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = await once(child.stdout, 'data');
  assert.match(
    String(line),
    /^Worker \d+ grades for postgres:\/\/127\.0\.0\.1:\d+\/postgres\. Ctrl-C ends it/,
  );
  child.kill('SIGTERM');
  assert.equal(await once(child, 'exit'), [0, null]);
});

test('workers :: end with the process that started them, even when that is killed', async () => {
  const { database } = await embedded.open();
  const contest = await newContest(database);
  const script = `
    import { startWorkers } from ${JSON.stringify(new URL('../../../contest/worker/workers.ts', import.meta.url).href)};
    startWorkers({ count: 2, url: process.env.DATABASE_URL });
    setInterval(() => undefined, 1000);`;
  const parent = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: database.url },
    stdio: 'inherit',
  });
  const count = async () => (await readLine(database, contest)).workers.length;
  await until('both are at work', async () => (await count()) === 2);
  parent.kill('SIGKILL');
  await until('both have ended', async () => (await count()) === 0);
});

test('grade worker :: what is missing or wrong is said', () => {
  const env = { ...process.env, DATABASE_URL: undefined, NO_COLOR: '1' };
  const run = (...words: string[]) =>
    spawnSync(process.execPath, [bin, 'worker', ...words], { env, encoding: 'utf8' });
  const missing = run();
  assert.is(missing.status, 2);
  assert.match(missing.stderr, /Which database\? The URL is missing\.\s+grade worker --database postgres:/);
  const wrong = run('--database', 'mysql://ann:secret@localhost/course');
  assert.is(wrong.status, 2);
  assert.not.match(wrong.stderr, 'secret');
  const away = run('--database', 'postgres://ann:secret@127.0.0.1:1/course');
  assert.is(away.status, 3);
  assert.match(away.stderr, 'postgres://127.0.0.1:1/course is not reachable');
  assert.not.match(away.stderr, 'secret');
});

test.run();
