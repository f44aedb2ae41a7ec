import type { Outcome } from '../exercise.ts';
import { type Box, layersOf } from './box.ts';
import { type BoxedProcess, type Exit, startBoxed } from './boxed-process.ts';
import { limitSays, limitsWith } from './limits.ts';
import { Output } from './output.ts';
import type { CompiledAnswer, Ending, Limits, Run, RunOptions } from './run.ts';
import { Session } from './session.ts';
import { watch } from './watchdog.ts';

/** Runs an answer in a given box: `runAnswer` with the walls chosen. */
export async function runIn(box: Box, compiled: CompiledAnswer, options: RunOptions): Promise<Run> {
  const limits = limitsWith(options.limits);
  const startedMs = performance.now();
  const started = start(box, limits);
  if ('broken' in started) return brokenRun(box, started.broken);
  const { child } = started;
  const session = new Session({
    compiled,
    options,
    limits,
    send: (bytes) => void child.channel.write(bytes),
    stop: child.kill,
  });
  const output = new Output(limits.outputBytes, () => session.exceed('output'));
  for (const stream of child.prints) stream.on('data', (chunk: Buffer) => output.add(chunk));
  child.channel.on('data', (chunk: Buffer) => session.hear(chunk));
  const watchdog = watch(child.pid ?? 0, limits, (limit) => session.exceed(limit));
  session.begin();
  const exit = await child.closed;
  const watched = watchdog.stop();
  const ending =
    session.ending ??
    (session.isComplete
      ? { kind: 'finished' }
      : endingOf(exit, limits, { isReady: session.isReady, printed: output.text }));
  return {
    ending,
    outcomes: complete(session.outcomes, options, ending),
    requests: session.requests,
    output: output.text,
    layers: layersOf(box),
    used: {
      wallMs: Math.round(performance.now() - startedMs),
      virtualMs: session.used.virtualMs,
      rssMb: Math.round(Math.max(session.used.rssMb, watched.rssMb)),
    },
  };
}

function start(box: Box, limits: Limits): { child: BoxedProcess } | { broken: string } {
  try {
    return { child: startBoxed(box, limits) };
  } catch (error) {
    return { broken: `the sandbox could not be started: ${error instanceof Error ? error.message : error}` };
  }
}

function brokenRun(box: Box, says: string): Run {
  return {
    ending: { kind: 'broken', says },
    outcomes: new Map(),
    requests: [],
    output: '',
    layers: layersOf(box),
    used: { wallMs: 0, virtualMs: 0, rssMb: 0 },
  };
}

/** A process that left without a word: killed by a limit of the system, or by its own code. */
function endingOf(
  { code, signal, error }: Exit,
  limits: Limits,
  seen: { isReady: boolean; printed: string },
): Ending {
  const broken = (says: string): Ending => ({ kind: 'broken', says: `the sandbox ${says}` });
  if (error !== undefined) return broken(`could not be started: ${error}`);
  const name = signal ?? SIGNALS[(code ?? 0) - 128];
  const ended = name ?? `exit code ${code}`;
  if (name === 'SIGKILL') return broken('was ended by the system (SIGKILL)');
  if (!seen.isReady) return broken(`did not come up (${ended}): ${seen.printed.trim().slice(0, 300)}`);
  const limit = (name: 'cpu' | 'memory'): Ending => ({
    kind: 'limit',
    limit: name,
    says: limitSays(name, limits),
  });
  if (name === 'SIGXCPU') return limit('cpu');
  if (name === 'SIGABRT' && /heap|memory|allocation/i.test(seen.printed)) return limit('memory');
  return { kind: 'crashed', says: `ended its own process (${ended})` };
}

/** A shell or bubblewrap tells the signal that ended its child as 128 and its number. */
const SIGNALS: Readonly<Record<number, string>> = {
  4: 'SIGILL',
  6: 'SIGABRT',
  7: 'SIGBUS',
  9: 'SIGKILL',
  11: 'SIGSEGV',
  24: 'SIGXCPU',
};

/** Every call has an outcome; what the ending cut off says why. */
function complete(
  outcomes: ReadonlyMap<string, Outcome>,
  { calls }: RunOptions,
  ending: Ending,
): ReadonlyMap<string, Outcome> {
  const why = ending.kind === 'finished' ? 'it was not called' : ending.says;
  return new Map(calls.map(({ id }) => [id, outcomes.get(id) ?? { kind: 'unfinished', why }]));
}
