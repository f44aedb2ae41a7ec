import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { AirlabError } from '../../src/errors.ts';
import type { Source } from './compile.ts';
import type { AnswerFile } from './find.ts';
import type { Conversion, RefusedCell } from './notebook-child.ts';
import { packagesOf } from './notebook-packages.ts';

export interface NotebookTools {
  /** The built `notebook-child.js`. */
  readonly child: string;
  /** Keeps conversions, because starting TypeScript costs a second. */
  readonly cache: string;
}

/** A notebook as one module, and what the kernel would have refused. */
export interface NotebookModule {
  readonly source: Source;
  readonly refused: readonly RefusedCell[];
}

/**
 * Makes one module of a notebook's code cells: tslab's own converter compiles them (copied, split and reordered
 * cells are fine, redeclared names too), and in the sandbox they run one after the other with shared names, as in the
 * kernel. A cell that fails does not stop the later ones. Functions are found wherever they are.
 *
 * @throws AirlabError `NOTEBOOK_INVALID` when the file is not a notebook.
 */
export async function notebookModule(
  answer: AnswerFile,
  exports: readonly string[],
  tools: NotebookTools,
): Promise<NotebookModule> {
  const cells = codeCells(answer);
  const { cells: converted, refused } = await convert(cells, answer.path, tools);
  const lines: string[] = [];
  const places: { from: number; cell: number }[] = [];
  const add = (code: string): void => void lines.push(...code.split('\n'));
  add(prologue(packagesOf(converted.map(({ output }) => output))));
  for (const { index, output } of converted) {
    add('await cell(async (exports, require) => {');
    places.push({ from: lines.length + 1, cell: index });
    add(output);
    add('});');
  }
  add(epilogue(exports, refused));
  return {
    refused,
    source: { contents: lines.join('\n'), loader: 'js', place: (line) => place(places, line) },
  };
}

// Imported names can be assigned again in a later cell, so definitions become plain values, as in tslab's executor.
const prologue = (packages: readonly string[]): string => `const failures = [];
${besides(packages)}
const locals = new Proxy({}, { defineProperty: (target, key, attributes) => { if (key !== '__esModule') target[key] = attributes.get ? attributes.get() : attributes.value; return true; } });
const cell = async (run) => { try { await run(locals, load); } catch (error) { failures.push(error); } };
const ready = (async () => {`;

/** The bundler sees these; one that is missing fails in the cell that asks for it. */
const besides = (names: readonly string[]): string => {
  const entries = names
    .map((name) => JSON.stringify(name))
    .map((name) => `[${name}, () => { try { return require(${name}); } catch (error) { throw error; } }]`);
  return `const packages = new Map([${entries.join(', ')}]);
const load = (name) => packages.has(name) ? packages.get(name)() : require(name);`;
};

const epilogue = (exports: readonly string[], refused: readonly RefusedCell[]): string => `})();
const refused = ${JSON.stringify(whyMissing(refused))};
const calling = (name) => async (...args) => { await ready; if (typeof locals[name] !== 'function') throw refused ? new Error(name + refused) : failures[0] ?? new Error(name + ' is not declared in any cell that ran'); return locals[name](...args); };
${exports.map((name) => `exports.${name} = calling(${JSON.stringify(name)});`).join('\n')}`;

/** A cell that the kernel refuses is a likelier reason than one that failed while it ran. */
function whyMissing(refused: readonly RefusedCell[]): string | undefined {
  const cell = refused.find(({ ran }) => !ran);
  return (
    cell &&
    ` is not declared in any cell that ran; cell ${cell.index + 1} did not, line ${cell.line}: ${cell.message}`
  );
}

function place(places: readonly { from: number; cell: number }[], line: number): string | undefined {
  const hit = places.filter(({ from }) => from <= line).at(-1);
  return hit && `cell ${hit.cell + 1}`;
}

function codeCells(answer: AnswerFile): string[] {
  const invalid = (why: string): AirlabError =>
    new AirlabError(`${answer.shown} is not a valid notebook: ${why}.`, {
      code: 'NOTEBOOK_INVALID',
      trouble: 'yours',
      hint: 'Save it again in JupyterLab, or start from "grade reset".',
    });
  let notebook: unknown;
  try {
    notebook = JSON.parse(answer.source);
  } catch (error) {
    throw invalid(error instanceof Error ? error.message : 'not JSON');
  }
  if (
    typeof notebook !== 'object' ||
    notebook === null ||
    !('cells' in notebook) ||
    !Array.isArray(notebook.cells)
  ) {
    throw invalid('it has no list of cells');
  }
  return notebook.cells.flatMap((cell: unknown) => (isCodeCell(cell) ? [[cell.source].flat().join('')] : []));
}

function isCodeCell(cell: unknown): cell is { source: string | string[] } {
  return (
    typeof cell === 'object' &&
    cell !== null &&
    'cell_type' in cell &&
    cell.cell_type === 'code' &&
    'source' in cell
  );
}

async function convert(cells: readonly string[], path: string, tools: NotebookTools): Promise<Conversion> {
  const key = createHash('sha256')
    .update(JSON.stringify({ form: 3, cells }))
    .digest('hex')
    .slice(0, 32);
  const kept = join(tools.cache, `notebook-${key}.json`);
  const known = readConversion(() => readFileSync(kept, 'utf8'));
  if (known) return known;
  const child = spawn(process.execPath, [tools.child, 'convert-cells'], {
    cwd: dirname(path),
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  child.stdin.end(JSON.stringify({ cells }));
  const [out, trouble] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const conversion = readConversion(() =>
    out.slice(out.lastIndexOf('\u0001conversion:') + '\u0001conversion:'.length),
  );
  if (!conversion) {
    throw new AirlabError(
      `The cells of ${path} could not be compiled: ${trouble.trim().split('\n').at(-1) ?? 'no reason given'}.`,
      {
        code: 'NOTEBOOK_CONVERTER',
        trouble: 'ours',
        hint: 'Run "grade doctor". The same functions in a .ts file can be graded meanwhile.',
      },
    );
  }
  keep(kept, conversion);
  return conversion;
}

function keep(path: string, conversion: Conversion): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, JSON.stringify(conversion));
  } catch {
    // A read-only folder only costs the second that the cache would have saved.
  }
}

function readConversion(read: () => string): Conversion | undefined {
  try {
    const value: unknown = JSON.parse(read());
    return isConversion(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isConversion(value: unknown): value is Conversion {
  return (
    typeof value === 'object' &&
    value !== null &&
    'cells' in value &&
    Array.isArray(value.cells) &&
    'refused' in value &&
    Array.isArray(value.refused)
  );
}
