import { spawn } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { appendEvent, journalPath, type PracticeEvent, readJournal } from '../../practice/journal.ts';

const AT = '2026-11-24T09:00:00.000Z';
const graded = (points: number): PracticeEvent => ({
  type: 'graded',
  at: AT,
  exercise: 'exercise-pm25',
  verdict: 'not yet',
  points,
  worth: 100,
  changed: true,
});

const test = suite<{ folder: string; path: string }>('practice :: journal');

test.before.each((context) => {
  context.folder = mkdtempSync(join(tmpdir(), 'airlab-journal-'));
  context.path = journalPath(context.folder);
});
test.after.each(({ folder }) => rmSync(folder, { recursive: true, force: true }));

test('append :: what was written is read back in order', ({ path }) => {
  const events: PracticeEvent[] = [
    { type: 'started', at: AT, exercise: 'exercise-pm25', endsAt: '2026-11-24T09:15:00.000Z' },
    graded(10),
    { type: 'hinted', at: AT, exercise: 'exercise-pm25', part: 'hourly', rung: 1 },
    { type: 'opened', at: AT, exercise: 'exercise-pm25' },
  ];
  for (const event of events) assert.equal(appendEvent(path, event), { kept: true });
  assert.equal(readJournal(path), { events, brokenLines: 0 });
});

test('missing file :: is an empty journal', ({ path }) => {
  assert.equal(readJournal(path), { events: [], brokenLines: 0 });
});

test('broken lines :: are skipped and counted', ({ path }) => {
  appendEvent(path, graded(1));
  appendFileSync(path, 'no json\n{"type":"graded"}\n{"type":"unknown","at":"x"}\n[1]\nnull\n\n');
  appendFileSync(path, `${JSON.stringify({ ...graded(2), at: 'yesterday' })}\n`);
  appendEvent(path, graded(3));
  assert.equal(readJournal(path), { events: [graded(1), graded(3)], brokenLines: 6 });
});

test('power cut :: the next event does not join the torn line', ({ path }) => {
  appendEvent(path, graded(1));
  appendFileSync(path, '{"type":"graded","at":"20');
  appendEvent(path, graded(2));
  assert.equal(readJournal(path), { events: [graded(1), graded(2)], brokenLines: 1 });
});

test('folder that cannot be written :: is told, not thrown', ({ folder, path }) => {
  writeFileSync(join(folder, '.airlab'), 'a file where the folder should be');
  const kept = appendEvent(path, graded(1));
  assert.is(kept.kept, false);
  assert.match(kept.kept ? '' : kept.why, /EEXIST|ENOTDIR/);
});

test('two processes :: never mix their lines', async ({ path }) => {
  mkdirSync(dirname(path), { recursive: true });
  const module = new URL('../../practice/journal.ts', import.meta.url).href;
  const program = `
    import { appendEvent } from ${JSON.stringify(module)};
    for (let points = 0; points < 100; points += 1)
      appendEvent(process.env.JOURNAL, { type: 'graded', at: ${JSON.stringify(AT)}, exercise: process.env.WHO.repeat(300), verdict: 'not yet', points, worth: 100, changed: true });`;
  const runs = ['a', 'b', 'c'].map(
    (who) =>
      new Promise((done) => {
        const env = { ...process.env, JOURNAL: path, WHO: who };
        const args = ['--import', 'tsx', '--input-type=module', '--eval', program];
        spawn(process.execPath, args, { env, stdio: 'inherit' }).on('close', done);
      }),
  );
  assert.equal(await Promise.all(runs), [0, 0, 0]);
  const { events, brokenLines } = readJournal(path);
  assert.is(brokenLines, 0);
  assert.is(events.length, 300);
  assert.is(readFileSync(path, 'utf8').split('\n').length, 301);
});

test.run();
