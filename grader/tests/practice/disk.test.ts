import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { keepReceipt, latestReceipt, receiptFolder } from '../../practice/receipts.ts';
import { resetExercise } from '../../practice/reset.ts';
import type { Report } from '../../report/report.ts';
import { reports } from '../report/reports.ts';

const NAME = 'exercise-pm25';
const NOW = Date.parse('2026-11-24T09:00:00.000Z');
const at = (gradedAt: string, name = 'not-yet'): Report => {
  const report = reports[name];
  if (!report) throw new Error(name);
  return { ...report, gradedAt };
};

const receipts = suite<{ root: string; folder: string }>('practice :: receipts');

receipts.before.each((context) => {
  context.root = mkdtempSync(join(tmpdir(), 'airlab-receipts-'));
  context.folder = receiptFolder(context.root);
});
receipts.after.each(({ root }) => rmSync(root, { recursive: true, force: true }));

receipts('latest :: has what a replay needs', ({ folder }) => {
  keepReceipt(folder, at('2026-11-24T09:00:00.000Z', 'passed'));
  assert.equal(keepReceipt(folder, at('2026-11-24T09:01:00.000Z')), { kept: true });
  const receipt = latestReceipt(folder, NAME);
  assert.is(receipt?.gradedAt, '2026-11-24T09:01:00.000Z');
  assert.is(receipt?.seed, 1);
  assert.is(receipt?.data.sha256.length, 64);
  assert.equal(receipt?.failedParts, ['hourly', 'compare']);
  assert.is(latestReceipt(folder, 'other'), undefined);
});

receipts('same millisecond :: both are kept', ({ folder }) => {
  keepReceipt(folder, at('2026-11-24T09:00:00.000Z'));
  keepReceipt(folder, at('2026-11-24T09:00:00.000Z', 'passed'));
  assert.is(readdirSync(folder).length, 2);
  assert.equal(latestReceipt(folder, NAME)?.failedParts, []);
});

receipts('broken newest :: the one before counts', ({ folder }) => {
  keepReceipt(folder, at('2026-11-24T09:00:00.000Z'));
  writeFileSync(join(folder, '2026-11-24T10-00-00-000Z.json'), '{"format":"airlab-rep');
  writeFileSync(join(folder, '2026-11-24T11-00-00-000Z.json'), '{"format":"airlab-report-1","rows":[]}');
  assert.is(latestReceipt(folder, NAME)?.gradedAt, '2026-11-24T09:00:00.000Z');
});

receipts('many :: the newest 200 stay', ({ folder }) => {
  mkdirSync(folder, { recursive: true });
  for (let number = 100; number < 310; number += 1)
    writeFileSync(join(folder, `2026-01-01T00-00-00-${number}Z.json`), '{}');
  keepReceipt(folder, at('2026-11-24T09:00:00.000Z'));
  const names = readdirSync(folder).sort();
  assert.is(names.length, 200);
  assert.is(names.at(-1), '2026-11-24T09-00-00-000Z.json');
});

receipts('folder that cannot be written :: is told', ({ root, folder }) => {
  writeFileSync(join(root, '.airlab'), '');
  assert.is(keepReceipt(folder, at('2026-11-24T09:00:00.000Z')).kept, false);
});

receipts.run();

const reset = suite<{ root: string; path: string }>('practice :: reset');

reset.before.each((context) => {
  context.root = mkdtempSync(join(tmpdir(), 'airlab-reset-'));
  context.path = join(context.root, 'exercises', `${NAME}.ts`);
  mkdirSync(join(context.root, 'exercises'));
});
reset.after.each(({ root }) => rmSync(root, { recursive: true, force: true }));

const again = (root: string) =>
  resetExercise({ root, exercise: NAME, starters: { '.ts': 'starter' }, nowMs: NOW });

reset('edited :: starter back, backup kept', ({ root, path }) => {
  writeFileSync(path, 'mine');
  const [file] = again(root);
  assert.is(file?.kind, 'restored');
  assert.is(file?.backup, join('.airlab/backups', `${NAME}-2026-11-24T09-00-00-000Z.ts`));
  assert.is(readFileSync(path, 'utf8'), 'starter');
  assert.is(readFileSync(join(root, file?.backup ?? ''), 'utf8'), 'mine');
});

reset('unchanged :: nothing is written', ({ root, path }) => {
  writeFileSync(path, 'starter');
  assert.equal(again(root), [{ path: `exercises/${NAME}.ts`, kind: 'unchanged' }]);
  assert.not(existsSync(join(root, '.airlab')));
});

reset('deleted :: comes back without a backup', ({ root, path }) => {
  assert.equal(again(root), [{ path: `exercises/${NAME}.ts`, kind: 'restored' }]);
  assert.is(readFileSync(path, 'utf8'), 'starter');
});

reset('no backup possible :: nothing is changed', ({ root, path }) => {
  writeFileSync(path, 'mine');
  writeFileSync(join(root, '.airlab'), 'a file where the folder should be');
  assert.throws(() => again(root), /could not be put back/);
  assert.is(readFileSync(path, 'utf8'), 'mine');
});

reset.run();
