import { networkInterfaces } from 'node:os';
import { isAirlabError, UsageError } from '../errors.ts';
import type { World } from './answer.ts';
import { FREE_ALLOWANCE, limitsOf } from './limits.ts';
import { logLine } from './log.ts';
import { sealed } from './sealed.ts';
import { type ClassroomServer, startClassroomServer } from './server.ts';
import { type MainOptions, readMainOptions, USAGE } from './serving/options.ts';
import { screen } from './serving/screen.ts';
import { simulated } from './simulated/index.ts';
import { readSnapshot } from './snapshot-file.ts';

/** Exit codes: 2 wrong option, 3 outside trouble (a port taken, a bad snapshot), 70 our bug. */
const EXIT = { usage: 2, outside: 3, ours: 70 } as const;

/** `npm run classroom`: serves until a signal comes. */
async function main(args: readonly string[]): Promise<void> {
  const options = readMainOptions(args);
  if (options.help) return print(USAGE);
  const world = worldOf(options);
  const server = await startClassroomServer({
    port: options.port,
    host: options.host,
    id: process.env.AIRLAB_CLASSROOM_ID,
    world,
    ...(options.limits ? { limits: limitsOf(FREE_ALLOWANCE) } : {}),
    ...(options.quiet ? {} : { log: (served) => print(logLine(served, Date.now())) }),
    trouble: (error) => console.error('Sorry, the classroom API itself failed at a request:', error),
  });
  endOnSignal(server);
  const { source, nowMs } = world();
  print(
    screen({
      url: server.url,
      kind: source.kind,
      label: source.label,
      ...(isStanding(options) ? { standingAtMs: nowMs } : {}),
      isLimited: options.limits,
      others: addressesFor(options.host, server.port),
    }),
  );
}

/** The data does not change while the server runs; the moment stands still when it was given or recorded. */
function worldOf({ seed, snapshot: path, nowMs }: MainOptions): () => World {
  const elsewhere = simulated({ seed });
  if (path === undefined) return () => ({ source: elsewhere, nowMs: nowMs ?? Date.now() });
  const snapshot = readSnapshot(path);
  const world = { source: sealed(snapshot, { elsewhere }), nowMs: nowMs ?? Date.parse(snapshot.takenAt) };
  return () => world;
}

function isStanding({ snapshot, nowMs }: MainOptions): boolean {
  return snapshot !== undefined || nowMs !== undefined;
}

/** Where the other machines of a class reach this one, when it lets them in. */
function addressesFor(host: string, port: number): readonly string[] {
  if (host !== '0.0.0.0' && host !== '::') return [];
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => `http://${address}:${port}`);
}

function endOnSignal(server: ClassroomServer): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => {
      // A second signal ends it at once, by Node's own way.
      server.close().then(
        () => process.exit(0),
        () => process.exit(EXIT.ours),
      );
    });
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

function fail(error: unknown): void {
  if (!isAirlabError(error)) {
    console.error('Sorry, the classroom API itself failed:', error);
    process.exitCode = EXIT.ours;
    return;
  }
  console.error(`${error.message}\n${error.hint}`);
  process.exitCode = error instanceof UsageError ? EXIT.usage : EXIT.outside;
}

// Whoever reads the log may go away first.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
main(process.argv.slice(2)).catch(fail);
