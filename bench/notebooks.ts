import { fileURLToPath } from 'node:url';
import { readCourse } from '../src/course/course.ts';
import { type FormRun, runForm } from '../src/course/run.ts';
import { jupyterPython } from '../src/lab/jupyter-python.ts';
import { lessons } from '../src/lessons/lessons.ts';
import type { Figures } from './all.ts';

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');
const GOAL = { seconds: 90, kernelMb: 500, cellSeconds: 2 };

/** Every lesson's student form, executed once in real Jupyter: seconds from the start of Jupyter's client, and memory. */
export async function bench(): Promise<Figures> {
  const python = jupyterPython({
    root,
    platform: process.platform,
    modules: ['nbclient', 'nbformat', 'psutil'],
    installing: () => console.log('Installing a small Jupyter into .airlab/jupyter …'),
  });
  const runs: { name: string; run: FormRun }[] = [];
  for (const { file, forms } of readCourse(root, lessons)) {
    const student = forms.find(({ form }) => form === 'student');
    if (!student) continue;
    const lesson = { name: file.name, form: student.form, notebook: student.notebook };
    runs.push({ name: file.name, run: await runForm({ root, python, env: process.env }, lesson) });
  }
  const total = runs.reduce((sum, { run }) => sum + run.result.seconds, 0);
  const rows = runs.map(({ name, run: { result } }) => ({ label: name, value: said(result) }));
  return {
    name: `Lessons, student form, run once each   goal <= ${GOAL.seconds} s together, <= ${GOAL.kernelMb} MB, no cell > ${GOAL.cellSeconds} s`,
    rows: [...rows, { label: 'together', value: `${total.toFixed(1)} s` }],
  };
}

function said({ seconds, kernelMb, slowest, error }: FormRun['result']): string {
  if (error) return `failed in code cell ${error.cell}: ${error.ename}`;
  const memory = kernelMb === undefined || kernelMb === null ? 'memory unknown' : `${kernelMb} MB`;
  return `${seconds.toFixed(1)} s, ${memory}, slowest cell ${slowest?.cell}: ${slowest?.seconds.toFixed(1)} s`;
}
