import { AirlabError } from '../errors.ts';

interface Known {
  readonly pattern: RegExp;
  readonly code: string;
  readonly hint: string;
}

const KNOWN: readonly Known[] = [
  {
    pattern: /UNIQUE constraint/,
    code: 'SQL_UNIQUE',
    hint: 'A row with this key is there already. UPDATE it, or leave it: INSERT OR IGNORE.',
  },
  {
    pattern: /CHECK constraint/,
    code: 'SQL_CHECK',
    hint: 'The value breaks a rule of the table. Look at its CREATE TABLE, and at where the value comes from.',
  },
  {
    pattern: /FOREIGN KEY constraint/,
    code: 'SQL_FOREIGN_KEY',
    hint: 'It points at a row that is not there. Insert that one first, or look at the id.',
  },
  {
    pattern: /NOT NULL constraint/,
    code: 'SQL_NOT_NULL',
    hint: 'This column must have a value. Which one is missing in your INSERT?',
  },
  {
    pattern: /no such (table|column|function)/,
    code: 'SQL_NO_SUCH',
    hint: 'Look at the names: db.all("SELECT sql FROM sqlite_master"). Text stands in \'…\', names without.',
  },
  {
    pattern: /misuse of aggregate/,
    code: 'SQL_AGGREGATE',
    hint: 'WHERE looks at single rows, before they are grouped. Conditions on groups stand in HAVING.',
  },
  {
    pattern: /ambiguous column/,
    code: 'SQL_AMBIGUOUS',
    hint: 'Two tables have this column. Say which: station.id or reading.station_id.',
  },
  {
    pattern: /syntax error|incomplete input|unrecognized token/,
    code: 'SQL_SYNTAX',
    hint: 'Look just before the place that is named: a comma too many, a bracket or a keyword missing?',
  },
];

/**
 * SQLite's own words, with the statement and the next step.
 *
 * @example sqlError('SELECT x', new Error('no such column: x')).code // 'SQL_NO_SUCH'
 */
export function sqlError(sql: string, cause: unknown): AirlabError {
  const says = cause instanceof Error ? cause.message : String(cause);
  const known = KNOWN.find(({ pattern }) => pattern.test(says));
  return new AirlabError(`${says}, in: ${clipped(sql)}`, {
    code: known?.code ?? 'SQL',
    trouble: 'yours',
    hint: known?.hint ?? 'Run the inner parts of the statement alone, smallest first.',
    cause,
  });
}

function clipped(sql: string): string {
  const line = sql.replace(/\s+/g, ' ').trim();
  return line.length <= 120 ? line : `${line.slice(0, 119)}…`;
}
