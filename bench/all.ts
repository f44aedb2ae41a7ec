import { readdirSync } from 'node:fs';
import { availableParallelism, cpus, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** What every file in `bench/` exports: `bench()`, which measures one thing and returns its figures. */
export interface Figures {
  readonly name: string;
  readonly rows: readonly { readonly label: string; readonly value: string }[];
}

const folder = dirname(fileURLToPath(import.meta.url));
const wanted = process.argv.slice(2);

console.log(
  `${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}, ${process.platform} ${process.arch}`,
);
console.log('Medians; a ratio compares two things measured in the same run.\n');

for (const name of readdirSync(folder).sort()) {
  if (!name.endsWith('.ts') || name === 'all.ts' || name === 'measure.ts') continue;
  if (wanted.length > 0 && !wanted.some((word) => name.includes(word))) continue;
  const module: { bench?: () => Promise<Figures> } = await import(pathToFileURL(join(folder, name)).href);
  if (!module.bench) continue;
  const figures = await module.bench();
  console.log(figures.name);
  const width = Math.max(...figures.rows.map((row) => row.label.length));
  for (const { label, value } of figures.rows) console.log(`  ${label.padEnd(width)}  ${value}`);
  console.log('');
}
