import type { Choice, StatTable, Variable } from './tables.ts';

/** Which values of a variable are wanted, as the client wrote it. */
export interface Wanted {
  readonly code: string;
  readonly values: readonly string[];
}

/** A variable of the answer, with the values that were chosen. */
export interface Chosen {
  readonly variable: Variable;
  readonly values: readonly Choice[];
}

export interface Cell {
  readonly choices: readonly Choice[];
  readonly value: number | null;
}

/** A mistake of the client, as the service codes it. */
export interface Mistake {
  readonly errorTypeCode: string;
  readonly message: string;
}

/** The chosen variables in the order that the client named them; those left out come in the table's order. */
export function choose(table: StatTable, wanted: readonly Wanted[]): readonly Chosen[] | Mistake {
  const unknown = wanted.find(({ code }) => variableOf(table, code) === undefined);
  if (unknown !== undefined)
    return mistake('EXTRACT-NOTFOUND', `The variable ${unknown.code} was not found in ${table.id}.`);
  const chosen: Chosen[] = [];
  for (const { code, values } of wanted) {
    const variable = variableOf(table, code);
    if (variable === undefined || chosen.some((one) => one.variable === variable)) continue;
    const found = values.map((text) => ({ text, choices: matching(variable, text) }));
    const wrong = found.find(({ choices }) => choices.length === 0);
    if (wrong !== undefined)
      return mistake('EXTRACT-NOTFOUND', `The value ${wrong.text} was not found in ${variable.id}.`);
    const ids = new Set(found.flatMap(({ choices }) => choices.map(({ id }) => id)));
    chosen.push({ variable, values: variable.values.filter(({ id }) => ids.has(id)) });
  }
  const missing = table.variables.find(
    (variable) => !variable.elimination && !variable.time && !chosen.some((one) => one.variable === variable),
  );
  if (missing !== undefined)
    return mistake('MISSING-REQUIRED-VARIABLE', `The variable ${missing.id} must be chosen.`);
  const time = table.variables.find((variable) => variable.time);
  // Without a time, the newest one is meant.
  if (time !== undefined && !chosen.some((one) => one.variable === time))
    chosen.push({ variable: time, values: time.values.slice(-1) });
  return chosen;
}

/** Every combination of the chosen values, the last variable moving fastest. */
export function cellsOf(table: StatTable, chosen: readonly Chosen[]): readonly Cell[] {
  const combinations = chosen.reduce<readonly (readonly Choice[])[]>(
    (rows, { values }) => rows.flatMap((row) => values.map((value) => [...row, value])),
    [[]],
  );
  return combinations.map((choices) => ({ choices, value: total(table, chosen, choices) }));
}

/** How many cells an answer would have. */
export function sizeOf(chosen: readonly Chosen[]): number {
  return chosen.reduce((product, { values }) => product * values.length, 1);
}

/** A variable that was left out is added up. */
function total(table: StatTable, chosen: readonly Chosen[], choices: readonly Choice[]): number | null {
  const codes = table.variables.map((variable) => {
    const index = chosen.findIndex((one) => one.variable === variable);
    return index < 0 ? variable.values.map(({ id }) => id) : [choices[index]?.id ?? ''];
  });
  const combinations = codes.reduce<readonly (readonly string[])[]>(
    (rows, ids) => rows.flatMap((row) => ids.map((id) => [...row, id])),
    [[]],
  );
  const values = combinations.map((one) => table.value(one)).filter((value) => value !== null);
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0);
}

function variableOf(table: StatTable, code: string): Variable | undefined {
  return table.variables.find(({ id }) => id.toUpperCase() === code.toUpperCase());
}

/** `*` is all, `20*` begins so, `(2)` the last two, anything else is a code. */
function matching({ values }: Variable, text: string): readonly Choice[] {
  const [, last] = /^\((\d{1,3})\)$/.exec(text) ?? [];
  if (last !== undefined) return values.slice(-Number(last));
  if (text.endsWith('*')) return values.filter(({ id }) => id.startsWith(text.slice(0, -1)));
  return values.filter(({ id }) => id === text);
}

function mistake(errorTypeCode: string, message: string): Mistake {
  return { errorTypeCode, message };
}
