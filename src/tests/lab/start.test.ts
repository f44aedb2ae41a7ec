import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { WebSocket } from 'undici';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { portOnLoopback } from '../../lab/ports.ts';
import { copyOfRepository, endStarted, leftAfter, startLab, whenRunning } from './lab-process.ts';

const LAB = /(?:JupyterLab|Notebook) +(http:\/\/127\.0\.0\.1:(\d+))\/\?token=(\S+)/;
const CLASSROOM = /Classroom API +(http:\/\/127\.0\.0\.1:(\d+))/;
/** The first start of a clone installs JupyterLab. */
const FIRST_START_MS = 280_000;

interface Lab {
  readonly url: string;
  readonly token: string;
  readonly classroom: string;
  readonly ports: readonly number[];
}

const copy = copyOfRepository();
test.after.each(endStarted);
test.after(() => copy.remove());

test('start :: npm start :: lab, kernel, classroom API and grade; Ctrl-C ends all', async () => {
  const started = startLab(copy, { command: ['npm', 'start'], args: ['--', '--no-browser'] });
  await started.until(/ Stop +Ctrl-C/, FIRST_START_MS);
  const text = started.text();
  if (!LAB.test(text)) {
    console.log(`skipped: Jupyter could not be installed here\n${text}`);
    started.interrupt();
    await started.closed;
    return;
  }
  const lab = labOf(text);
  const screen = text.slice(text.indexOf('airlab is ready'));
  assert.ok(
    screen.split('\n').every((line) => line.length <= 80),
    screen,
  );
  assert.is((await ask(lab, '/api/status')).status, 200);
  assert.is((await fetch(`${lab.url}/api/kernels`)).status, 403, 'Jupyter asks for the token');
  const specs = await (await ask(lab, '/api/kernelspecs')).text();
  assert.match(specs, /"default": "airlab"/);
  assert.is((await fetch(`${lab.classroom}/health`)).status, 200);
  assert.is(await inTerminal(lab, 'command -v grade'), join(copy.root, 'node_modules/.bin/grade'));
  assert.is(await inTerminal(lab, 'echo $AIRLAB_CLASSROOM_API_URL'), lab.classroom);
  await startKernel(lab);

  started.interrupt();
  await started.closed;
  assert.match(started.text(), /Stopped\.\n/);
  assert.equal(await leftAfter(copy, 5_000), []);
  assert.equal(await openPorts(lab), []);
  assert.not.ok(existsSync(join(copy.root, '.airlab/classroom.json')));
});

test('start :: kill -9 :: the lab, its kernels and the classroom API end on their own', async () => {
  const before = performance.now();
  const started = startLab(copy, { args: ['--no-browser'] });
  await started.until(/ Stop +Ctrl-C/, FIRST_START_MS);
  console.log(`screen of the second start after ${Math.round(performance.now() - before)} ms`);
  if (!LAB.test(started.text())) console.log('skipped: Jupyter is not installed');
  const lab = labOf(started.text());
  if (lab.token) await startKernel(lab);

  const killed = performance.now();
  started.child.kill('SIGKILL');
  await started.closed;
  assert.equal(await leftAfter(copy, 15_000), []);
  console.log(`nothing was left ${Math.round(performance.now() - killed)} ms after kill -9`);
  assert.equal(await openPorts(lab), []);
  assert.not.ok(existsSync(join(copy.root, '.airlab/classroom.json')));
});

test('start :: npm killed with -9 :: the lab notices and ends', async () => {
  const started = startLab(copy, { command: ['npm', 'start'], args: ['--', '--no-browser', '--offline'] });
  await started.until(/ Stop +Ctrl-C/, FIRST_START_MS);
  assert.match(started.text(), /Open-Meteo +not asked/);
  started.child.kill('SIGKILL');
  assert.equal(await leftAfter(copy, 15_000), []);
});

test('start :: port of --port taken :: says so and starts nothing', async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
  const started = startLab(copy, { args: ['--no-browser', '--port', String(port)] });
  assert.is(await started.closed, 3);
  server.close();
  assert.match(started.text(), new RegExp(`Port ${port} is taken`));
  assert.equal(await leftAfter(copy, 5_000), []);
});

test('start :: SIGTERM while Jupyter is starting :: ends what runs already', async () => {
  const started = startLab(copy, { args: ['--no-browser'] });
  await whenRunning(copy, 'classroom-main.js');
  started.child.kill('SIGTERM');
  assert.is(await started.closed, 0, started.text());
  assert.equal(await leftAfter(copy, 10_000), []);
});

function labOf(text: string): Lab {
  const [, url = '', port = '0', token = ''] = LAB.exec(text) ?? [];
  const [, classroom = '', classroomPort = '0'] = CLASSROOM.exec(text) ?? [];
  return { url, token, classroom, ports: [Number(port), Number(classroomPort)].filter((each) => each > 0) };
}

function ask({ url, token }: Lab, path: string, init: RequestInit = {}): Promise<Response> {
  return fetch(`${url}${path}`, { ...init, headers: { authorization: `token ${token}` } });
}

async function startKernel(lab: Lab): Promise<void> {
  const answer = await ask(lab, '/api/kernels', { method: 'POST', body: '{"name":"airlab"}' });
  assert.is(answer.status, 201);
}

async function openPorts({ ports }: Lab): Promise<number[]> {
  const states = await Promise.all(ports.map(portOnLoopback));
  return ports.filter((_, index) => states[index] !== 'free');
}

/** Types a command into a new terminal of JupyterLab and returns the line that it prints. */
async function inTerminal(lab: Lab, command: string): Promise<string> {
  const answer = await ask(lab, '/api/terminals', { method: 'POST' });
  const name = /"name": *"(\w+)"/.exec(await answer.text())?.[1];
  const socket = new WebSocket(
    `${lab.url.replace('http', 'ws')}/terminals/websocket/${name}?token=${lab.token}`,
  );
  const seen: string[] = [];
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`the terminal said only ${seen.join('')}`)), 20_000);
    socket.onopen = () => socket.send(JSON.stringify(['stdin', `echo "<$(${command})>"\r`]));
    socket.onmessage = ({ data }) => {
      const [kind, part]: unknown[] = JSON.parse(String(data));
      if (kind === 'stdout') seen.push(String(part));
      const line = /<([^$<>]+)>/.exec(seen.join('').replaceAll('\r', ''))?.[1];
      if (line === undefined) return;
      clearTimeout(timer);
      socket.close();
      resolve(line);
    };
  });
}

test.run();
