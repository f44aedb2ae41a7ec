import type { Finding, Outcome, PartVerdict } from '../../exercise.ts';
import { noValue } from '../../judge/outcome.ts';
import { isRecord, kindOf } from '../../judge/readings.ts';
import { GUESSES } from './mistakes.ts';
import { COLUMNS, type Question, type Row } from './questions.ts';
import { rowsFor } from './right.ts';

/** A question with what came of the text that was asked. */
export interface Given {
  readonly question: Question;
  readonly outcome: Outcome | undefined;
}

/** Judges what one text of Cypher gave to all questions of a trial: by the rows, never by the text. Pure. */
export function judgeGraph(given: readonly Given[], frozen: readonly Question[]): PartVerdict {
  const findings = given.flatMap((one) => findingOf(one) ?? []);
  const wrong = findings.find(({ mistake }) => mistake !== undefined) ?? findings[0];
  if (wrong === undefined) return { kind: 'passed' };
  const guess = wrong.mistake === undefined ? (guessOf(given) ?? frozenOf(given, frozen)) : undefined;
  return { kind: 'failed', finding: guess === undefined ? wrong : { ...wrong, mistake: guess } };
}

function findingOf({ question, outcome }: Given): Finding | undefined {
  const { part, shown } = question;
  if (outcome?.kind !== 'value') {
    const { says, ...others } = noValue(outcome);
    return {
      ...others,
      says: `${shown}: ${outcome?.kind === 'threw' && outcome.name === 'Cypher' ? REFUSED : says}`,
    };
  }
  const answer = answerIn(outcome.value);
  if (answer === undefined)
    return {
      says:
        typeof outcome.value === 'string'
          ? 'gives an empty text'
          : `gives ${kindOf(outcome.value)}; a text of Cypher is asked for`,
    };
  const missing = COLUMNS[part].filter((column) => !answer.columns.includes(column));
  if (missing.length > 0 || answer.columns.length > COLUMNS[part].length)
    return {
      says: `${shown}: the columns are not those that are asked for`,
      expected: `RETURN … AS ${COLUMNS[part].join(', … AS ')}`,
      actual: answer.columns.join(', '),
    };
  const right = rowsFor(question);
  if (isSame(part, answer.rows, right)) return undefined;
  return {
    says: `${shown}: ${difference(part, answer.rows, right)}`,
    expected: shownRows(right),
    actual: shownRows(answer.rows),
    ...twice(part, answer.rows, right),
  };
}

const REFUSED = 'the engine refuses the text';

interface Answered {
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
}

function answerIn(value: unknown): Answered | undefined {
  if (!isRecord(value) || !Array.isArray(value.columns) || !Array.isArray(value.rows)) return undefined;
  const columns = value.columns.map(String);
  return { columns, rows: value.rows.map((row) => rowOf(row, columns)) };
}

/** Nodes and lists are no names and no numbers; as text they are like none. */
function rowOf(row: unknown, columns: readonly string[]): Row {
  const cell = (column: string): string | number => {
    const value = isRecord(row) ? row[column] : undefined;
    return typeof value === 'string' || typeof value === 'number' ? value : JSON.stringify(value ?? null);
  };
  return Object.fromEntries(columns.map((column) => [column, cell(column)]));
}

function keysOf(part: Question['part'], rows: readonly Row[]): readonly string[] {
  const keys = rows.map((row) => COLUMNS[part].map((column) => row[column]).join(' | '));
  return part === 'workload' ? keys : [...keys].sort();
}

function isSame(part: Question['part'], rows: readonly Row[], right: readonly Row[]): boolean {
  return keysOf(part, rows).join('\n') === keysOf(part, right).join('\n');
}

const isSameSet = (part: Question['part'], rows: readonly Row[], right: readonly Row[]): boolean =>
  [...new Set(keysOf(part, rows))].sort().join('\n') === [...new Set(keysOf(part, right))].sort().join('\n');

/** The right ones, some of them more than once: a row for each walk that leads there. */
function twice(
  part: Question['part'],
  rows: readonly Row[],
  right: readonly Row[],
): Pick<Finding, 'mistake'> {
  return rows.length > right.length && isSameSet(part, rows, right)
    ? { mistake: { id: 'no-distinct', says: 'a row for each walk, where DISTINCT gives each one once' } }
    : {};
}

/** Without numbers and names: it is shown for hidden data, too. */
function difference(part: Question['part'], rows: readonly Row[], right: readonly Row[]): string {
  const [own, expected] = [keysOf(part, rows), keysOf(part, right)];
  if (rows.length === 0) return 'finds nothing';
  if (isSameSet(part, rows, right))
    return rows.length > right.length
      ? 'the right ones, some more than once'
      : 'the right rows in another order';
  const missing = expected.some((key) => !own.includes(key));
  const more = own.some((key) => !expected.includes(key));
  return missing && more
    ? 'some are missing, others are too many'
    : missing
      ? 'some are missing'
      : 'some are too many';
}

/** A known way that gives the same rows to all questions, and to one of them other rows than are right. */
function guessOf(given: readonly Given[]): Finding['mistake'] {
  const [first] = given;
  if (first === undefined) return undefined;
  const { part } = first.question;
  const found = GUESSES[part].find(({ ways }) =>
    given.every(({ question, outcome }) => {
      const answer = outcome?.kind === 'value' ? answerIn(outcome.value) : undefined;
      if (answer === undefined) return false;
      const rows = rowsFor(question, ways);
      return part === 'workload' ? isSame(part, answer.rows, rows) : isSameSet(part, answer.rows, rows);
    }),
  );
  if (found !== undefined) return { id: found.id, says: found.says };
  return part === 'workload' && given.every(isInOtherOrder) ? NOT_ORDERED : undefined;
}

function isInOtherOrder({ question, outcome }: Given): boolean {
  const rows = outcome?.kind === 'value' ? answerIn(outcome.value)?.rows : undefined;
  const right = rowsFor(question);
  return rows?.length === right.length && isSameSet(question.part, rows, right);
}

const NOT_ORDERED = { id: 'not-ordered', says: 'rows in the order in which the engine met them' };

/** Names of the visible city, written into the text. */
function frozenOf(given: readonly Given[], frozen: readonly Question[]): Finding['mistake'] {
  const isFrozen = given.some(({ question, outcome }) => {
    const answer = outcome?.kind === 'value' ? answerIn(outcome.value) : undefined;
    const before = frozen.find(({ id }) => id === question.id);
    if (answer === undefined || before === undefined || answer.rows.length === 0) return false;
    return isSameSet(question.part, answer.rows, rowsFor(before));
  });
  return isFrozen ? { id: 'hard-coded', says: 'giving the names of the visible city' } : undefined;
}

const LONGEST = 200;

function shownRows(rows: readonly Row[]): string {
  const text = rows.length === 0 ? 'no rows' : rows.map((row) => Object.values(row).join(' ')).join(', ');
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST)} …`;
}
