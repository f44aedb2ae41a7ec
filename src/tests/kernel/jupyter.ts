import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'esbuild';
import { suite, type Test } from 'uvu';
import { isAirlabError } from '../../errors.ts';
import { writeKernelspec } from '../../kernel/kernelspec.ts';
import { jupyterPython } from '../../lab/jupyter-python.ts';

export const root = join(__dirname, '../../..');

export interface Event {
  readonly channel: 'iopub' | 'shell' | 'control' | 'bridge';
  readonly type: string;
  readonly parent?: string;
  readonly id?: string;
  readonly pid?: number;
  readonly seconds?: number;
  readonly time?: number;
  readonly content: Readonly<Record<string, unknown>>;
}

/** What came back for one request. */
export interface Outcome {
  readonly reply: Readonly<Record<string, unknown>>;
  readonly outputs: readonly Event[];
}

export interface JupyterClient {
  readonly pid: number;
  /** Everything heard so far. */
  readonly events: readonly Event[];
  send(command: object): void;
  /** Sends code without waiting; resolves to the message id. */
  start(code: string, options?: object): Promise<string>;
  /** Runs code to its end. */
  run(code: string, options?: object): Promise<Outcome>;
  /** Sends any request; resolves to the content of the reply. */
  request(type: string, content: object, channel?: 'shell' | 'control'): Promise<Outcome['reply']>;
  outcome(id: string): Promise<Outcome>;
  until(fits: (event: Event) => boolean): Promise<Event>;
  interrupt(): void;
  close(): Promise<void>;
}

export interface Setup {
  readonly python: string;
  readonly env: NodeJS.ProcessEnv;
  readonly folder: string;
  /** Folder of the kernel that was built for this test. */
  readonly dist: string;
}

/** A Python with Jupyter's client and a kernelspec for the kernel as it is in the sources; undefined when offline. */
export async function jupyterSetup(): Promise<Setup | undefined> {
  try {
    const python = jupyterPython({
      root,
      platform: process.platform,
      modules: ['jupyter_client', 'jupyter_kernel_test', 'nbclient', 'nbformat'],
      installing: () => console.log('installing a small Jupyter for the tests'),
    });
    const folder = mkdtempSync(join(tmpdir(), 'airlab-kernel-test-'));
    const dist = await builtKernel();
    writeKernelspec({ root: folder, nodePath: process.execPath, folder: dist });
    writePlainSpec(folder);
    mkdirSync(join(folder, 'work'));
    const own = {
      JUPYTER_PATH: join(folder, '.jupyter'),
      JUPYTER_RUNTIME_DIR: join(folder, 'runtime'),
      JUPYTER_DATA_DIR: join(folder, 'data'),
    };
    return { python, env: { ...process.env, ...own }, folder, dist };
  } catch (error) {
    if (!isAirlabError(error)) throw error;
    console.log(`skipped: ${error.message}`);
    return undefined;
  }
}

/** A suite with one running kernel; skipped, and said so, when no Jupyter can be had. */
export async function kernelSuite(
  name: string,
  define: (test: Test, client: JupyterClient, setup: Setup) => void,
): Promise<void> {
  const test = suite(name);
  const setup = await jupyterSetup();
  if (setup) {
    const client = await startClient(setup);
    test.after(async () => {
      await client.close();
      forget(setup);
    });
    define(test, client, setup);
  } else test.skip('needs Jupyter', () => undefined);
  test.run();
}

export function forget({ folder }: Setup): void {
  rmSync(folder, { recursive: true, force: true });
}

// In node_modules, so that the packages are found.
async function builtKernel(): Promise<string> {
  const outdir = join(root, 'node_modules/.cache', `airlab-kernel-${process.pid}`);
  process.on('exit', () => rmSync(outdir, { recursive: true, force: true }));
  await build({
    entryPoints: [join(root, 'src/kernel/kernel.ts')],
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'cjs',
    outdir,
    logLevel: 'error',
  });
  return outdir;
}

function writePlainSpec(folder: string): void {
  const target = join(folder, '.jupyter/kernels/tslab');
  mkdirSync(target, { recursive: true });
  const program = join(root, 'node_modules/tslab/bin/tslab');
  const argv = [process.execPath, program, 'kernel', '--config-path', '{connection_file}'];
  writeFileSync(
    join(target, 'kernel.json'),
    JSON.stringify({ argv, display_name: 'tslab', language: 'typescript' }),
  );
}

const LIMIT_MS = 30_000;

/** Starts a kernel through Jupyter's own client. `folder` is where the notebook would be. */
export async function startClient(
  { python, env }: Setup,
  { kernel = 'airlab', folder = join(root, 'notebooks') } = {},
): Promise<JupyterClient> {
  const bridge = join(root, 'src/tests/kernel/jupyter_bridge.py');
  const child = spawn(python, [bridge, kernel, folder], { env, stdio: ['pipe', 'pipe', 'inherit'] });
  const { events, until } = listen(child);
  const send = (command: object): void => void child.stdin?.write(`${JSON.stringify(command)}\n`);
  const ready = await until(({ type }) => type === 'ready');

  // Commands are answered in their order.
  const sent = { count: 0 };
  const identified = async (command: object): Promise<string> => {
    const number = sent.count;
    sent.count += 1;
    send(command);
    await until(() => events.filter(({ type }) => type === 'sent').length > number);
    return events.filter(({ type }) => type === 'sent')[number]?.id ?? '';
  };
  const outcome = async (id: string): Promise<Outcome> => {
    const ofRequest = (event: Event): boolean => event.parent === id;
    const reply = await until((event) => ofRequest(event) && event.channel !== 'iopub');
    await until((event) => ofRequest(event) && event.content.execution_state === 'idle');
    const outputs = events.filter(
      (event) => ofRequest(event) && event.channel === 'iopub' && event.type !== 'status',
    );
    return { reply: reply.content, outputs };
  };
  const start = (code: string, options = {}): Promise<string> =>
    identified({ do: 'execute', code, ...options });

  return {
    pid: ready.pid ?? 0,
    events,
    send,
    start,
    outcome,
    until,
    run: async (code, options) => outcome(await start(code, options)),
    request: async (type, content, channel = 'shell') =>
      (await outcome(await identified({ do: 'send', type, content, channel }))).reply,
    interrupt: () => send({ do: 'interrupt' }),
    async close() {
      const ended = new Promise((resolve) => child.on('close', resolve));
      send({ do: 'close' });
      await ended;
    },
  };
}

function listen(child: ChildProcess) {
  const events: Event[] = [];
  const waiting = new Set<() => void>();
  if (child.stdout)
    createInterface({ input: child.stdout }).on('line', (line) => {
      events.push(JSON.parse(line));
      for (const look of waiting) look();
    });
  const until = (fits: (event: Event) => boolean): Promise<Event> =>
    new Promise((resolve, reject) => {
      const clock = setTimeout(() => {
        waiting.delete(look);
        reject(new Error(`Nothing fitting within ${LIMIT_MS} ms. Last: ${JSON.stringify(events.slice(-4))}`));
      }, LIMIT_MS);
      const look = (): void => {
        const found = events.find(fits);
        if (!found) return;
        clearTimeout(clock);
        waiting.delete(look);
        resolve(found);
      };
      waiting.add(look);
      look();
    });
  return { events, until };
}

/** Text of the stream messages of one kind. */
export function streamed({ outputs }: Outcome, name: 'stdout' | 'stderr'): string {
  return outputs
    .filter(({ type, content }) => type === 'stream' && content.name === name)
    .map(({ content }) => String(content.text))
    .join('');
}

/** The `error` message on iopub. */
export function errorOf({ outputs }: Outcome): { ename: string; evalue: string; traceback: string } {
  const content = outputs.find(({ type }) => type === 'error')?.content ?? {};
  const lines = Array.isArray(content.traceback) ? content.traceback : [];
  return { ename: String(content.ename), evalue: String(content.evalue), traceback: lines.join('\n') };
}

/** Data of the `execute_result`. */
export function resultOf({ outputs }: Outcome): Readonly<Record<string, unknown>> {
  const data = outputs.find(({ type }) => type === 'execute_result')?.content.data;
  return typeof data === 'object' && data !== null ? { ...data } : {};
}
