// `npm run app`: starts the finished app and prints its address. `npm run app -- mine` starts yours, of exercises/.

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { startClassroom } from 'airlab';
import { serveAssets } from './assets.ts';

const USAGE = `npm run app                    the finished app, of solutions/
npm run app -- mine            your own, of exercises/exercise-app.ts
npm run app -- --port 8080     at this port; else the first free one from 8788 on
AIRLAB_LIVE=1 npm run app      with live data of Open-Meteo`;

const FIRST_PORT = 8788;
const PORTS_TO_TRY = 20;
/** Exit codes: 2 for a wrong command, 3 for something outside of the program, such as a port that is taken. */
const EXIT = { usage: 2, outside: 3 } as const;

async function main(): Promise<void> {
  const { values, positionals } = readOptions();
  if (values.help) return console.log(USAGE);
  const { makeApp }: typeof import('../exercise-app.ts') = await import(fileOf(positionals).href);
  // Without a network the data come from the classroom API of this computer; airlab finds it by itself.
  const classroom = await startClassroom();
  const app = makeApp();
  serveAssets(app);
  const url = await listen(app, values.port);
  console.log(`Your browser finds the app at ${url}`);
  console.log(
    process.env.AIRLAB_LIVE === '1'
      ? 'Data: Open-Meteo, live, where it can be reached.'
      : 'Data: simulated, by the classroom API. Live data: AIRLAB_LIVE=1 npm run app',
  );
  console.log('Ctrl-C ends it.');
  // The first question of all is slow, because everything is loaded for it. Nobody needs to wait for that.
  if (process.env.AIRLAB_LIVE !== '1') void app.inject('/city?city=Roskilde&country=DK');
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, async () => {
      app.server.closeAllConnections();
      await Promise.all([app.close(), classroom.close()]);
      process.exit(0);
    });
}

function readOptions() {
  const options = { port: { type: 'string' }, help: { type: 'boolean', short: 'h' } } as const;
  try {
    return parseArgs({ options, allowPositionals: true });
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error), EXIT.usage);
  }
}

function fileOf(words: readonly string[]): URL {
  const [whose = 'finished', ...more] = words;
  const folders: Readonly<Record<string, string>> = { finished: 'solutions', mine: 'exercises' };
  const folder = folders[whose];
  if (folder === undefined || more.length > 0)
    return fail(`There is no app called “${words.join(' ')}”.`, EXIT.usage);
  return pathToFileURL(join(import.meta.dirname, '../..', folder, 'exercise-app.ts'));
}

type App = ReturnType<typeof import('../exercise-app.ts').makeApp>;

/** At the port that was asked for, or at the first free one. */
async function listen(app: App, wanted: string | undefined): Promise<string> {
  const asked = wanted === undefined ? undefined : Number(wanted);
  if (asked !== undefined && !(Number.isInteger(asked) && asked >= 0 && asked < 65_536))
    return fail(`--port ${wanted} is no port: it must be a whole number below 65536.`, EXIT.usage);
  const ports =
    asked === undefined ? Array.from({ length: PORTS_TO_TRY }, (_, n) => FIRST_PORT + n) : [asked];
  for (const port of ports)
    try {
      return await app.listen({ port, host: '127.0.0.1' });
    } catch (error) {
      if (!isTaken(error)) throw error;
    }
  const which = ports.length === 1 ? `Port ${ports[0]} is` : `Ports ${ports[0]} to ${ports.at(-1)} are`;
  return fail(`${which} taken by another program. Any free one: npm run app -- --port 0`, EXIT.outside);
}

const isTaken = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';

function fail(says: string, exitCode: number): never {
  console.error(exitCode === EXIT.usage ? `${says}\n\n${USAGE}` : says);
  process.exit(exitCode);
}

await main();
