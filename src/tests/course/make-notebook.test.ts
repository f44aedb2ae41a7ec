import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { readCourse } from '../../course/course.ts';
import { checkLesson, checkOnPlainTslab, type LessonReport, makeLesson } from '../../course/make.ts';
import type { Notebook, Output } from '../../course/notebook.ts';
import { notebookText } from '../../course/stored.ts';
import { forget, jupyterSetup } from '../kernel/jupyter.ts';
import { code, type MiniCourse, miniCourse, sourceText } from './mini-course.ts';
import { stream } from './notebooks.ts';

const CELLS = [
  code(`import { airQuality, chart, ROSKILDE, table } from 'airlab';

const day = { startDate: '2026-01-12', endDate: '2026-01-12' };
const air = await airQuality({ place: ROSKILDE, hourly: ['pm2_5'], ...day });
table(air.hourly, { source: air.source, units: air.units, maxRows: 4 });`),
  'Your turn.\n\n',
  code(`await chart(
  { data: { values: air.hourly }, mark: 'line', encoding: {
    x: { field: 'time', type: 'temporal' },
    y: { field: 'pm2_5', type: 'quantitative' } } },
  { says: 'One day in Roskilde, hour by hour.', source: air.source });`),
  code('console.log(performance.now());', 'id=clock tags=timed'),
  'Your turn.\n\n',
  code(`// solution
const double = 42;
// instead
const double = undefined; // TODO: double 21
// end
console.log(double, require('node:fs').readdirSync('..').includes('.airlab'));`),
].join('');

/** A notebook whose code cells have printed this, one output each. */
function printing(notebook: Notebook, outputs: readonly Output[]): Notebook {
  const left = [...outputs];
  const cells = notebook.cells.map((cell) =>
    cell.cell_type === 'code' ? { ...cell, outputs: left.splice(0, 1) } : cell,
  );
  return { ...notebook, cells };
}

async function main(): Promise<void> {
  const test = suite('make');
  const setup = await jupyterSetup();
  const jupyterTest = setup ? test : test.skip;
  const place = ({ root }: MiniCourse) => ({ root, python: setup?.python ?? '', env: process.env });
  const oneBy =
    (work: typeof makeLesson) =>
    async (course: MiniCourse): Promise<LessonReport> => {
      const [lesson] = readCourse(course.root, []);
      if (!lesson) throw new Error('The mini course has no lesson.');
      return work(place(course), lesson);
    };
  const [make, check, plain] = [makeLesson, checkLesson, checkOnPlainTslab].map(oneBy);
  if (!make || !check || !plain) throw new Error('Three kinds of work.');
  const textOf = ({ root }: MiniCourse, path: string): string => readFileSync(join(root, path), 'utf8');

  jupyterTest('a lesson :: made twice :: the same bytes; plain tslab runs it', async () => {
    const course = miniCourse({ 'notebooks/source/01-tiny.md': sourceText(CELLS) });
    const first = await make(course);
    assert.equal(first.problems, []);
    const paths = ['notebooks', 'notebooks/solved', 'notebooks/recall'].map((one) => `${one}/01-tiny.ipynb`);
    assert.equal(first.written, paths);
    const texts = paths.map((path) => textOf(course, path));
    assert.match(texts[0] ?? '', 'undefined false\\n');
    assert.match(texts[1] ?? '', '42 false\\n');
    assert.match(texts[0] ?? '', '"alt": "One day in Roskilde, hour by hour."');
    assert.not.match(texts[2] ?? '', '"outputs": [\n');
    for (const text of texts) assert.not.match(text, course.root);

    assert.equal((await make(course)).written, []);
    const onTslab = await plain(course);
    assert.equal([onTslab.problems, onTslab.runs.length], [[], 1]);
    course.remove();
  });

  jupyterTest('a stored output of another shape or value :: is found', async () => {
    const cells = code('console.log(1);', 'id=one') + code('console.log(2);', 'id=two');
    const course = miniCourse({ 'notebooks/source/01-tiny.md': sourceText(cells) });
    const [lesson] = readCourse(course.root, []);
    const printed = {
      student: [stream('1\n', 'stderr'), stream('3\n')],
      solved: [stream('1\n'), stream('2\n')],
    };
    for (const { form, path, notebook } of lesson?.forms ?? [])
      if (form !== 'recall') course.write(path, notebookText(printing(notebook, printed[form])));
    const { problems, notes } = await check(course);
    assert.equal(problems, ['notebooks/01-tiny.ipynb, cell one: stored stderr, but it now gives stdout']);
    assert.equal(notes, []);
    course.remove();
  });

  jupyterTest('a failing cell, a port :: named with their place; nothing is written', async () => {
    const cells = [
      code("console.log('http://127.0.0.1:8787/');", 'id=port'),
      code("// solution\nthrow new Error('no answer');\n// instead\n// TODO\n// end", 'id=broken'),
    ];
    const course = miniCourse({ 'notebooks/source/01-tiny.md': sourceText(cells.join('')) });
    const { problems, written } = await make(course);
    assert.match(problems.join('\n'), /01-tiny\.ipynb, cell port: its output holds a port of this machine/);
    assert.match(
      problems.join('\n'),
      /solved\/01-tiny\.ipynb, notebooks\/source\/01-tiny\.md:15: Error\n.*no answer/s,
    );
    assert.not(written.includes('notebooks/solved/01-tiny.ipynb'));
    course.remove();
  });

  test.after(() => setup && forget(setup));
  test.run();
}

void main();
