import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { chartBundles } from '../../chart/chart.ts';
import type { Bundle } from '../../kernel/messages.ts';

const test = suite('chart in nbconvert');
const root = join(__dirname, '../../..');
const SAYS = 'Beijing has twice as much as Roskilde & Bonn.';
const LIMIT_MS = 60_000;

const python = [join(root, '.venv/bin/python'), 'python3'].find(
  (command) => spawnSync(command, ['-c', 'import nbconvert']).status === 0,
);

const output = ({ data, metadata }: Bundle): object => ({ output_type: 'display_data', data, metadata });

async function notebook(): Promise<string> {
  const values = [
    { city: 'Roskilde', n: 1 },
    { city: 'Beijing', n: 2 },
  ];
  const encoding = { x: { field: 'city', type: 'nominal' }, y: { field: 'n', type: 'quantitative' } };
  const { bundles } = await chartBundles({ data: { values }, mark: 'bar', encoding }, { says: SAYS });
  const cell = {
    cell_type: 'code',
    id: 'chart',
    source: '',
    metadata: {},
    execution_count: 1,
    outputs: bundles.map(output),
  };
  return JSON.stringify({ cells: [cell], metadata: {}, nbformat: 4, nbformat_minor: 5 });
}

function converted(command: string, text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'airlab-nbconvert-'));
  try {
    writeFileSync(join(folder, 'one.ipynb'), text);
    const args = ['-m', 'nbconvert', '--to', 'html', 'one.ipynb'];
    const { status, stderr } = spawnSync(command, args, { cwd: folder, encoding: 'utf8', timeout: LIMIT_MS });
    assert.is(status, 0, stderr);
    return readFileSync(join(folder, 'one.html'), 'utf8');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (python === undefined) {
  console.log('skipped: no nbconvert here; npm start installs it into .venv');
  test.skip('needs nbconvert', () => undefined);
} else
  test('page :: a chart :: one picture with its words as alternative text, and the folded numbers', async () => {
    const html = converted(python, await notebook());
    const images = html.match(/<img [^>]*>/g) ?? [];
    assert.is(images.length, 1);
    assert.match(images[0] ?? '', 'src="data:image/png;base64,');
    assert.match(images[0] ?? '', 'alt="Beijing has twice as much as Roskilde &amp; Bonn."');
    assert.match(html, '<summary>The numbers behind the chart: 2 rows</summary>');
  });

test.run();
