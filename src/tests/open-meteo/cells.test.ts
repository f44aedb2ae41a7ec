import { createServer } from 'node:http';
import { join } from 'node:path';
import { suite, type Test } from 'uvu';
import * as assert from 'uvu/assert';
import {
  errorOf,
  forget,
  type JupyterClient,
  jupyterSetup,
  resultOf,
  root,
  type Setup,
  startClient,
  streamed,
} from '../kernel/jupyter.ts';
import { recorded } from './fixtures.ts';

const KERNELS = ['airlab', 'tslab'] as const;
const FOLDER = join(root, 'exercises');

/** What a student types, in real cells of both kernels, below the repository. */
async function main(): Promise<void> {
  const test = suite('cells');
  const setup = await jupyterSetup();
  if (setup) await define(test, setup);
  else test.skip('needs Jupyter', () => undefined);
  test.run();
}

async function define(test: Test, setup: Setup): Promise<void> {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'x-airlab-data': 'simulated, seed 7' });
    response.end(recorded('lahore'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : address}`;
  const own = { ...setup, env: { ...setup.env, AIRLAB_CLASSROOM_API_URL: url, AIRLAB_LIVE: '' } };
  const clients: JupyterClient[] = [];
  for (const kernel of KERNELS) {
    const client = await startClient(own, { kernel, folder: FOLDER });
    clients.push(client);
    defineCells(test, { kernel, client, url });
  }
  test.after(async () => {
    for (const client of clients) await client.close();
    server.closeAllConnections();
    server.close();
    forget(setup);
  });
}

interface Lesson {
  readonly kernel: (typeof KERNELS)[number];
  readonly client: JupyterClient;
  readonly url: string;
}

function defineCells(test: Test, { kernel, client, url }: Lesson): void {
  const matches = async (code: string): Promise<readonly unknown[]> => {
    const reply = await client.request('complete_request', { code, cursor_pos: code.length });
    return Array.isArray(reply.matches) ? reply.matches : [];
  };

  test(`cells :: ${kernel} :: import, ask, show`, async () => {
    const { run } = client;
    const imported = await run("import { airQuality, http, ROSKILDE } from 'airlab'");
    assert.is(imported.reply.status, 'ok', streamed(imported, 'stderr'));
    const asked = await run(
      "const air = await airQuality({ place: ROSKILDE, hourly: ['pm2_5', 'us_aqi'] }); air",
    );
    const shown = kernel === 'airlab' ? String(resultOf(asked)['text/html']) : streamed(asked, 'stdout');
    assert.match(shown, 'SIMULATED DATA');
    assert.match(shown, '2026-10-08T00:00+05:00');
    const answer = await run(
      `const answer = await http.get('${url}/x', { headers: { 'x-api-key': 'abcd-1' } }); answer`,
    );
    const exchange =
      kernel === 'airlab' ? String(resultOf(answer)['text/plain']) : streamed(answer, 'stdout');
    assert.match(exchange, /^GET \/x HTTP\/1\.1\n/);
    assert.match(exchange, 'x-api-key: ***');
  });

  test(`cells :: ${kernel} :: a wrong name is a type error that knows the right one`, async () => {
    const outcome = await client.run("await airQuality({ place: ROSKILDE, hourly: ['pm25'] })");
    const said = kernel === 'airlab' ? errorOf(outcome).traceback : streamed(outcome, 'stderr');
    assert.match(said, `Did you mean '"pm2_5"'?`);
  });

  test(`cells :: ${kernel} :: completion knows variables, columns and options`, async () => {
    const variables = await matches("await airQuality({ place: ROSKILDE, hourly: ['");
    for (const name of ['pm2_5', 'ozone', 'european_aqi']) assert.ok(variables.includes(name), name);
    assert.equal(await matches('air.hourly[0].'), ['local', 'place', 'pm2_5', 'time', 'us_aqi']);
    assert.ok((await matches('await airQuality({ place: ROSKILDE, past')).includes('pastDays'));
    const members = await matches('http.');
    for (const name of ['get', 'post', 'head']) assert.ok(members.includes(name), name);
  });

  test(`cells :: ${kernel} :: hover shows the doc comment`, async () => {
    const code = 'airQuality';
    const reply = await client.request('inspect_request', {
      code,
      cursor_pos: 4,
      detail_level: 0,
    });
    assert.match(JSON.stringify(reply.data), 'Air quality of Open-Meteo, hour by hour');
  });
}

void main();
