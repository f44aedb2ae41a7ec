import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { isAirlabError, UsageError } from '../errors.ts';
import { jupyterPython } from './jupyter-python.ts';
import { canSwitchNetworkOff, runWithoutNetwork } from './network-off.ts';
import { chooseNotebooks, type NotebookResult, runNotebooks, startClassroomProcess } from './notebook-run.ts';
import { makeStage } from './stage.ts';

const USAGE = `npm run notebooks [-- NAMES… --plain --write]

Executes the notebooks in real Jupyter, with the classroom API and no other network.
  NAMES      only the notebooks whose path contains one of these words
  --plain    on plain tslab too
  --write    store the outputs in the notebooks
Exit code: 0 all ran, 1 a cell failed, 2 wrong option, 3 Jupyter or the classroom API is missing.
`;

const OFF = 'AIRLAB_NOTEBOOKS_NETWORK';

async function main(args: readonly string[], root: string): Promise<number> {
  const { values, positionals } = options(args);
  if (values.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  const paths = chooseNotebooks(root, positionals);
  const python = jupyterPython({
    root,
    platform: process.platform,
    modules: ['nbclient', 'nbformat'],
    installing: () => say('Installing a small Jupyter into .airlab/jupyter (about a minute) …'),
  });
  if (process.env[OFF] !== 'off' && canSwitchNetworkOff(process.platform))
    return runWithoutNetwork(process.execPath, [__filename, ...args], { ...process.env, [OFF]: 'off' });
  say(
    process.env[OFF] === 'off' ? 'Network: loopback only.' : 'Network: not blocked, bubblewrap is missing.',
  );

  const folder = mkdtempSync(join(tmpdir(), 'airlab-notebooks-'));
  const classroom = await startClassroomProcess(root);
  const results: NotebookResult[] = [];
  try {
    const dist = join(root, 'src/dist');
    // Running the lessons must not count as a student's progress, nor as a try at an exercise.
    const stage = join(folder, 'airlab');
    makeStage(root, stage, 'starters');
    const place = { root: stage, dist, folder, python, classroomUrl: classroom.url, env: process.env };
    for (const kernel of values.plain ? (['airlab', 'tslab'] as const) : (['airlab'] as const)) {
      say(kernel === 'airlab' ? 'On the airlab kernel:' : 'On plain tslab:');
      const write = values.write === true && kernel === 'airlab';
      await runNotebooks(place, { kernel, paths, write }, (result) => {
        results.push(result);
        say(line(result, root));
      });
    }
  } finally {
    classroom.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  const failed = results.filter(({ error }) => error).length;
  say(`${results.length - failed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
}

function options(args: readonly string[]) {
  try {
    const help = { type: 'boolean', short: 'h' } as const;
    const flag = { type: 'boolean' } as const;
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { help, plain: flag, write: flag },
    });
  } catch (error) {
    throw new UsageError(
      error instanceof Error ? error.message : String(error),
      'See: npm run notebooks -- -h',
    );
  }
}

function line({ path, cells, seconds, error }: NotebookResult, root: string): string {
  const name = relative(root, path);
  if (!error) return `  ✓ ${name}  ${cells} cells  ${seconds.toFixed(1)} s`;
  const details = (error.traceback.length > 0 ? error.traceback : [error.evalue]).join('\n');
  return `  ✗ ${name}  code cell ${error.cell} of ${cells}: ${error.ename}\n${details.replace(/^/gm, '      ')}`;
}

const say = (text: string): void => void process.stdout.write(`${text}\n`);

main(process.argv.slice(2), join(dirname(__filename), '../..')).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    if (!isAirlabError(error)) throw error;
    process.stderr.write(`✗ ${error.message}\n  ${error.hint}\n`);
    process.exitCode = error.trouble === 'usage' ? 2 : 3;
  },
);
