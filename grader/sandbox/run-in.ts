import type { Outcome } from '../exercise.ts';
import { type Box, layersOf } from './box.ts';
import { type BoxedProcess, type Exit, startBoxed } from './boxed-process.ts';
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
  const started = start(box, limits, options);
  if ('broken' in started) return brokenRun(box, started.broken);
  const { session, output, watched, exit } = await conduct(started.child, limits, { compiled, options });
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

/** Hands the work to the child, and listens until it is done or gone. */
async function conduct(
  child: BoxedProcess,
  limits: Limits,
  { compiled, options }: { compiled: CompiledAnswer; options: RunOptions },
) {
  const keep = options.mayShare === true ? options.standby : undefined;
  const exit = { whenKept: (): void => {} };
  const kept = new Promise<Exit>((resolve) => {
    exit.whenKept = () => resolve({ code: 0, signal: null });
  });
  const session = new Session({
    compiled,
    options,
    limits,
    send: (bytes) => void child.channel.write(bytes),
    stop: child.kill,
    // Taking Node down in good order would only take time.
    done: keep ? exit.whenKept : child.kill,
  });
  const output = new Output(limits.outputBytes, () => session.exceed('output'));
  const print = (chunk: Buffer): void => output.add(chunk);
  const hear = (chunk: Buffer): void => session.hear(chunk);
  for (const stream of child.prints) stream.on('data', print);
  child.channel.on('data', hear);
  const watchdog = watch(child.pid ?? 0, limits, (limit) => session.exceed(limit));
  session.begin();
  const ended = await Promise.race([child.closed, kept]);
  for (const stream of child.prints) stream.off('data', print);
  child.channel.off('data', hear);
  if (child.isRunning()) keep?.giveBack(child);
  return { session, output, watched: watchdog.stop(), exit: ended };
}

function start(
  box: Box,
  limits: Limits,
  { standby, mayShare, limits: own }: RunOptions,
): { child: BoxedProcess } | { broken: string } {
  try {
    const waiting = own === undefined ? standby?.take(box, { mayShare }) : undefined;
    return { child: waiting ?? startBoxed(box, limits) };
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
