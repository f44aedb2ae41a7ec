import { type CommandSpec, commands, everywhere, gradeCommand, type OptionSpec } from './table.ts';

/** The text of `grade --help`. Made of the table, so that it cannot lag behind. */
export function helpText(): string {
  const verbs = [gradeCommand, ...Object.values(commands)];
  return [
    'grade: run your answer on changed data and say what to do next',
    '',
    ...columns(verbs.map(({ usage, says }): [string, string] => [`grade ${usage}`, says])),
    '',
    'Options of grade NAME',
    ...optionLines(gradeCommand.options),
    '',
    'Everywhere',
    ...optionLines(everywhere),
    '',
    'Exit codes: 0 passed, 1 not yet, 2 usage, 3 outside trouble, 70 our bug',
    'First time: grade start exercise-pm25',
    '',
  ].join('\n');
}

/** The text of `grade VERB --help`. */
export function commandHelp({ usage, says, options }: CommandSpec): string {
  const all = { ...options, ...everywhere };
  return [`grade ${usage}`, `  ${says}`, '', 'Options', ...optionLines(all), ''].join('\n');
}

function optionLines(options: Readonly<Record<string, OptionSpec>>): string[] {
  return columns(
    Object.entries(options).map(([name, { value, says }]): [string, string] => [
      `--${name}${value ? ` ${value}` : ''}`,
      says,
    ]),
  );
}

function columns(rows: readonly [string, string][]): string[] {
  const widest = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(widest)}  ${right}`);
}
