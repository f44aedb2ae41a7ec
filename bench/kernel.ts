import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeKernelspec } from '../src/kernel/kernelspec.ts';
import { jupyterPython } from '../src/lab/jupyter-python.ts';
import { median, time } from './measure.ts';

const ROUNDS = 10;
const KERNELS = ['airlab', 'tslab'] as const;
const LABELS = {
  ready: 'start until ready',
  firstCellDone: 'start until the first cell is done',
  trivialCell: 'small cell',
  typeErrorCell: 'cell with a type error',
  polarsCell: 'first cell with nodejs-polars',
  rssMb: 'memory afterwards',
} as const;

type Figure = keyof typeof LABELS;
type Figures = Readonly<Record<Figure, number>>;

/** Our kernel and plain tslab through Jupyter's own client, in turn. */
export async function bench(): Promise<{ name: string; rows: { label: string; value: string }[] }> {
  const root = join(dirname(fileURLToPath(import.meta.url)), '..');
  const folder = mkdtempSync(join(tmpdir(), 'airlab-bench-kernel-'));
  try {
    const measured = await measure(root, folder);
    const rows = (Object.keys(LABELS) as Figure[]).map((figure) => ({
      label: LABELS[figure],
      value: KERNELS.map((kernel) => `${kernel} ${show(figure, measured[kernel])}`).join(', '),
    }));
    return { name: `Kernel, airlab beside plain tslab (${ROUNDS} starts each)`, rows };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(root: string, folder: string): Promise<Record<(typeof KERNELS)[number], Figures[]>> {
  const python = jupyterPython({
    root,
    platform: process.platform,
    modules: ['jupyter_client', 'psutil'],
    installing: () => console.log('Installing a small Jupyter into .airlab/jupyter …'),
  });
  writeSpecs(root, folder);
  const env = {
    ...process.env,
    JUPYTER_PATH: join(folder, '.jupyter'),
    JUPYTER_RUNTIME_DIR: join(folder, 'runtime'),
  };
  const results: Record<(typeof KERNELS)[number], Figures[]> = { airlab: [], tslab: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const kernel of KERNELS) {
      const args = [join(root, 'bench/kernel.py'), kernel, join(root, 'notebooks')];
      const { output, status } = await time(python, args, { env });
      if (status !== 0) throw new Error(`bench/kernel.py ${kernel} ended with ${status}: ${output}`);
      results[kernel].push(JSON.parse(output.slice(output.lastIndexOf('{'))));
    }
  }
  return results;
}

function writeSpecs(root: string, folder: string): void {
  writeKernelspec({ root: folder, nodePath: process.execPath, folder: join(root, 'src/dist') });
  const plain = join(folder, '.jupyter/kernels/tslab');
  mkdirSync(plain, { recursive: true });
  const program = join(root, 'node_modules/tslab/bin/tslab');
  const argv = [process.execPath, program, 'kernel', '--config-path', '{connection_file}'];
  writeFileSync(
    join(plain, 'kernel.json'),
    JSON.stringify({ argv, display_name: 'tslab', language: 'typescript' }),
  );
}

function show(figure: Figure, results: readonly Figures[]): string {
  const values = results.map((result) => result[figure]);
  if (figure === 'rssMb') return `${Math.round(median(values))} MB`;
  const [low, high] = [Math.min(...values), Math.max(...values)].map((seconds) => Math.round(seconds * 1000));
  return `${Math.round(median(values) * 1000)} ms (${low}-${high})`;
}
