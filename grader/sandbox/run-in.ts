import type { Outcome } from '../exercise.ts';
import { type Box, layersOf } from './box.ts';
import { type BoxedProcess, startBoxed } from './boxed-process.ts';
import { silentEnding } from './endings.ts';
import { limitsWith } from './limits.ts';
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
      : silentEnding(exit, limits, { isReady: session.isReady, printed: output.text, ...watched }));
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

/** Every call has an outcome; what the ending cut off says why. */
function complete(
  outcomes: ReadonlyMap<string, Outcome>,
  { calls }: RunOptions,
  ending: Ending,
): ReadonlyMap<string, Outcome> {
  const why = ending.kind === 'finished' ? 'it was not called' : ending.says;
  return new Map(calls.map(({ id }) => [id, outcomes.get(id) ?? { kind: 'unfinished', why }]));
}
