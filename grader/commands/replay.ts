import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { OutsideError } from '../../src/errors.ts';
import type { Exercise, Trial } from '../exercise.ts';
import { type GradeRequest, grade } from '../grade.ts';
import { partName } from '../part-name.ts';
import { latestReceipt, type Receipt, receiptFolder } from '../practice/receipts.ts';
import { replayCase } from '../practice/replay-case.ts';
import { renderJson } from '../report/json.ts';
import { paragraph } from '../report/layout.ts';
import { markOf } from '../report/look.ts';
import type { Report, Row } from '../report/report.ts';
import { findingLines } from '../report/terminal.ts';
import { type Context, type Options, text } from './context.ts';
import { exerciseNamed, unknownName } from './exercise.ts';
import { sameData, sealAgain } from './same-data.ts';

/**
 * `grade replay NAME TRIAL`: one hidden case again, on the data and with the seed of the last grading. Shows the whole
 * finding and writes the data of the case to a file, so that it can be examined.
 */
export async function run(
  [name, word]: readonly string[],
  options: Options,
  context: Context,
): Promise<number> {
  const exercise = await exerciseNamed(name, 'replay NAME TRIAL');
  const trial = trialNamed(exercise, word);
  const receipt = latestReceipt(receiptFolder(context.root), exercise.name);
  const file = text(options, 'file');
  const request: GradeRequest = {
    exercise: exercise.name,
    root: context.root,
    onlyTrial: trial.id,
    ...sameData(receipt, context),
    ...(file === undefined ? {} : { file }),
  };
  const whole = await grade(request);
  const report = { ...whole, rows: whole.rows.filter((row) => row.trial === trial.id) };
  const data = await writeCase(exercise, trial, request);
  context.out(
    options.json ? renderJson(report) : replayText({ exercise, report, trial, data, receipt }, context),
  );
  return exitCodeOfRows(report.rows);
}

function trialNamed(exercise: Exercise, word: string | undefined): Trial {
  const ids = exercise.trials.map(({ id }) => id);
  const trial = exercise.trials.find(({ id }) => id === word);
  if (trial) return trial;
  throw unknownName(word ?? '', ids, `trial of ${exercise.name}`);
}

/** Writes the data of the case under `.airlab/replay/`. */
async function writeCase(exercise: Exercise, trial: Trial, request: GradeRequest): Promise<string> {
  const { root, seed = 1 } = request;
  const { source, nowMs } = await sealAgain(request);
  const world = trial.change({ source, nowMs, cities: exercise.cities }, seed);
  const path = join(root, '.airlab/replay', `${exercise.name}-${trial.id}.json`);
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `${JSON.stringify(replayCase(exercise, trial, world, seed), null, 1)}\n`);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new OutsideError(
      `The data could not be written: ${why}`,
      `Make ${root}/.airlab writable.`,
      'NOT_KEPT',
      error,
    );
  }
  return relative(root, path);
}

interface Replayed {
  readonly exercise: Exercise;
  readonly report: Report;
  readonly trial: Trial;
  readonly data: string;
  readonly receipt: Receipt | undefined;
}

function replayText({ exercise, report, trial, data, receipt }: Replayed, { look }: Context): string {
  const other = receipt && receipt.data.sha256 !== report.data.sha256;
  const against = receipt
    ? `The data of the grading at ${receipt.gradedAt.slice(0, 16)}Z`
    : 'Nothing was graded yet, so this is on the data of this moment';
  const fault = trial.fault ? ` with the fault "${trial.fault}"` : '';
  return `${[
    ...paragraph(`${report.exercise.name}, case ${trial.id}: ${trial.title}`, look, { style: 'bold' }),
    ...paragraph(
      other
        ? `${against} is no longer kept; this is newer data.`
        : `${against}, seed ${report.seed}${fault}.`,
      look,
    ),
    ...paragraph(report.data.notice ?? report.data.label, look, {
      style: report.data.notice ? 'yellow' : 'dim',
    }),
    '',
    ...report.rows.flatMap((row) => rowLines(row, report, look)),
    '',
    ...paragraph(data, look, { lead: 'data  ' }),
    ...paragraph(`${nextStep(exercise)}; then grade ${report.exercise.name}`, look, {
      lead: 'next  ',
    }),
  ].join('\n')}\n`;
}

const nextStep = ({ database }: Exercise): string =>
  database === undefined
    ? 'Read it and call your function as "calls" says'
    : 'Make its "database" with db_create in a notebook and ask it your query';

function rowLines(row: Row, { parts }: Report, look: Context['look']): string[] {
  const name = partName(parts, row.part);
  const lead = { lead: `${markOf(row.outcome, look)} ` };
  if (row.outcome === 'passed') return paragraph(`${name}: passed`, look, lead);
  if (row.outcome === 'unchecked') return paragraph(`${name}: not checked: ${row.why ?? ''}`, look, lead);
  return [
    ...paragraph(`${name}: not yet: ${row.finding?.says ?? ''}`, look, lead),
    ...(row.finding ? findingLines(row.finding, look) : []),
  ];
}

function exitCodeOfRows(rows: readonly Row[]): number {
  if (rows.some(({ outcome }) => outcome === 'failed')) return 1;
  return rows.every(({ outcome }) => outcome === 'passed') ? 0 : 3;
}
