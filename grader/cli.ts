import { parseArgs } from 'node:util';
import { UsageError } from '../src/errors.ts';
import type { Context, Options } from './commands/context.ts';
import { commandHelp, helpText } from './commands/help.ts';
import { type CommandSpec, commands, everywhere, gradeCommand } from './commands/table.ts';

/** Where `grade` runs. */
export interface Surroundings {
  readonly env: Context['env'];
  readonly cwd: string;
  readonly now: () => number;
  readonly stdin: Context['stdin'];
  readonly stdout: { readonly isTTY?: boolean; readonly columns?: number; write(text: string): unknown };
  readonly stderr: { readonly isTTY?: boolean; write(text: string): unknown };
  readonly version: string;
}

/**
 * The command line: picks the command, hands it its words and options, returns the exit code.
 * 0 passed · 1 not yet · 2 usage · 3 outside trouble · 70 our bug. No command is loaded before it is needed.
 *
 * @example process.exitCode = await main(process.argv.slice(2), surroundings)
 */
export async function main(args: readonly string[], around: Surroundings): Promise<number> {
  try {
    return await dispatch(args, around);
  } catch (error) {
    const { reportFailure } = await import('./commands/failure.ts');
    return reportFailure(error, args, around);
  }
}

async function dispatch(args: readonly string[], around: Surroundings): Promise<number> {
  const words = firstLook(args);
  const verb = words[0] !== undefined && Object.hasOwn(commands, words[0]) ? words[0] : undefined;
  const command = verb === undefined ? gradeCommand : (commands[verb] ?? gradeCommand);
  const asked = (name: string): boolean => args.includes(`--${name}`) || args.includes(`-${name[0]}`);
  if (asked('version')) return print(`airlab ${around.version}\n`, around);
  if (words.length === 0 && (asked('help') || args.length === 0)) return print(helpText(), around);
  if (asked('help')) return print(commandHelp(command), around);
  if (words[0] === 'help') return print(helpText(), around);
  if (verb === undefined) await mustBeKnown(words[0]);
  const { positionals, values } = await parse(args, command);
  const { makeContext } = await import('./commands/surroundings.ts');
  const { run } = await command.load();
  return run(verb === undefined ? positionals : positionals.slice(1), values, makeContext(values, around));
}

/** The words without options, read loosely: the exact reading needs to know the command. */
function firstLook(args: readonly string[]): string[] {
  const options = Object.assign(
    {},
    ...[gradeCommand, ...Object.values(commands)].map(typesOf),
    typesOf({ options: everywhere }),
  );
  return parseArgs({ args: [...args], options, strict: false, allowPositionals: true }).positionals;
}

function typesOf({ options }: Pick<CommandSpec, 'options'>): Record<string, { type: 'string' | 'boolean' }> {
  return Object.fromEntries(Object.entries(options).map(([name, { type }]) => [name, { type }]));
}

async function mustBeKnown(word: string | undefined): Promise<void> {
  const { exerciseNames } = await import('./exercises.ts');
  if (word === undefined)
    throw new UsageError(
      'The name of the exercise is missing.',
      `Type: grade ${exerciseNames[0]}`,
      'NO_NAME',
    );
  if (exerciseNames.includes(word)) return;
  const { unknownName } = await import('./commands/exercise.ts');
  throw unknownName(word, [...exerciseNames, ...Object.keys(commands)], 'exercise or command');
}

async function parse(
  args: readonly string[],
  command: CommandSpec,
): Promise<{ positionals: string[]; values: Options }> {
  const options = { ...typesOf(command), ...typesOf({ options: everywhere }) };
  try {
    const { positionals, values } = parseArgs({ args: [...args], options, allowPositionals: true });
    const most = command.words + (command === gradeCommand ? 0 : 1);
    const extra = positionals[most];
    if (extra === undefined) return { positionals, values };
    throw new UsageError(`"${extra}" is one word too many.`, `Type: grade ${command.usage}`);
  } catch (error) {
    const { usageFrom } = await import('./commands/failure.ts');
    throw usageFrom(error, command, Object.keys(options));
  }
}

function print(text: string, { stdout }: Surroundings): 0 {
  stdout.write(text);
  return 0;
}
