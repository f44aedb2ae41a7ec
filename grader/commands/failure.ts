import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAirlabError, UsageError } from '../../src/errors.ts';
import { nearest } from '../../src/nearest.ts';
import type { Surroundings } from '../cli.ts';
import { type Failure, failureOf, renderJson } from '../report/json.ts';
import { paragraph } from '../report/layout.ts';
import { lookOf } from '../report/look.ts';
import { notebookFailure } from '../report/notebook.ts';
import { makeContext } from './surroundings.ts';
import type { CommandSpec } from './table.ts';

/**
 * Says what went wrong and returns the exit code. stdout stays JSON when JSON was asked for; the words go to stderr.
 */
export function reportFailure(error: unknown, args: readonly string[], around: Surroundings): number {
  const failure = failureOf(error);
  const { exitCode } = failure;
  const { message, hint } = failure.error;
  if (args.includes('--json')) around.stdout.write(renderJson(failure));
  if (args.includes('--notebook'))
    around.stdout.write(`${JSON.stringify(notebookFailure(message, hint, exitCode))}\n`);
  around.stderr.write(exitCode === 70 ? bugWords(error, failure, args, around) : words(failure, around));
  return exitCode;
}

/** Turns a complaint of `node:util` parseArgs into ours; other errors pass through. */
export function usageFrom(error: unknown, command: CommandSpec, known: readonly string[]): unknown {
  if (isAirlabError(error) || !(error instanceof Error) || !('code' in error)) return error;
  const option = /'(?:-\w, )?--?([^\s']+)/.exec(error.message)?.[1] ?? '';
  const help = `grade ${command.usage.split(' ')[0] === 'NAME' ? '' : `${command.usage.split(' ')[0]} `}--help`;
  if (error.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') {
    const near = nearest(option, known).map((name) => `--${name}`);
    return new UsageError(
      `There is no option --${option} here.`,
      `Nearest: ${near.join(', ')}. All: ${help}`,
      'NO_OPTION',
    );
  }
  if (error.code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') {
    const { type = 'boolean', value = 'VALUE' } = command.options[option] ?? {};
    const says = type === 'string' ? `needs a value: --${option} ${value}` : 'takes no value';
    return new UsageError(`--${option} ${says}.`, `See ${help}`, 'BAD_OPTION');
  }
  return error;
}

function words({ error }: Failure, { env, stderr }: Surroundings): string {
  const look = { ...lookOf({ isTerminal: stderr.isTTY === true, env }), width: 80 };
  const lines = [...paragraph(error.message, look), ...paragraph(error.hint, look)];
  return `${lines.join('\n')}\n`;
}

function bugWords(error: unknown, failure: Failure, args: readonly string[], around: Surroundings): string {
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const log = keepTrace(
    `grade ${args.join(' ')}\n${process.version} ${process.platform}\n${trace}\n`,
    around,
  );
  return [
    'Sorry, airlab itself failed. Your answer is not at fault and nothing was counted.',
    failure.error.message,
    log === undefined ? failure.error.hint : `Log: ${log}`,
    ...(args.includes('--debug') ? [trace] : []),
    '',
  ].join('\n');
}

function keepTrace(text: string, around: Surroundings): string | undefined {
  try {
    const folder = join(makeContext({}, around).root, '.airlab/logs');
    mkdirSync(folder, { recursive: true });
    const path = join(folder, `grade-${new Date(around.now()).toISOString().replaceAll(/[:.]/g, '-')}.log`);
    writeFileSync(path, text);
    return path;
  } catch {
    return undefined;
  }
}
