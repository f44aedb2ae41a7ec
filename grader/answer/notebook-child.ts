import { createRequire } from 'node:module';
import { text } from 'node:stream/consumers';

/** A cell as tslab compiled it, in the order in which it can run. */
export interface ConvertedCell {
  /** Position among the code cells of the notebook, from 0. */
  readonly index: number;
  readonly output: string;
}

/** A cell that cannot run, with tslab's first complaint. */
export interface RefusedCell {
  readonly index: number;
  readonly line: number;
  readonly message: string;
}

export interface Conversion {
  readonly cells: readonly ConvertedCell[];
  readonly refused: readonly RefusedCell[];
}

interface Converter {
  convert(declarations: string, source: string): ConverterResult;
  close(): void;
}

interface ConverterResult {
  readonly output?: string;
  readonly declOutput?: string;
  readonly diagnostics: readonly {
    readonly start: { readonly line: number };
    readonly messageText: string;
  }[];
}

/**
 * Converts cells as the kernel would. A cell that needs a name which a later cell declares is tried again after
 * the others, so reordered notebooks work; what never converts is reported.
 */
export function convertCells(converter: Converter, cells: readonly string[]): Conversion {
  const done: ConvertedCell[] = [];
  let waiting = cells.map((source, index) => ({ source, index }));
  let declarations = '';
  let refused: RefusedCell[] = [];
  for (let progress = true; progress && waiting.length > 0; ) {
    progress = false;
    refused = [];
    const again: typeof waiting = [];
    for (const cell of waiting) {
      const result = converter.convert(declarations, cell.source);
      const [problem] = result.diagnostics;
      if (problem) {
        again.push(cell);
        refused.push({ index: cell.index, line: problem.start.line + 1, message: problem.messageText });
        continue;
      }
      progress = true;
      declarations = result.declOutput ?? '';
      if (result.output) done.push({ index: cell.index, output: result.output });
    }
    waiting = again;
  }
  return { cells: done, refused };
}

/** Reads `{ cells: string[] }` from standard input and writes a `Conversion`. Runs in the notebook's folder. */
async function main(): Promise<void> {
  const load = createRequire(import.meta.url);
  // Border: tslab has no types for its inner modules; the two members used are those of version 1.0.22.
  const { createConverter } = load('tslab/dist/converter.js') as {
    createConverter(options: { isJS: boolean; isBrowser: boolean }): Converter;
  };
  const request: unknown = JSON.parse(await text(process.stdin));
  const cells = typeof request === 'object' && request !== null && 'cells' in request ? request.cells : [];
  const converter = createConverter({ isJS: false, isBrowser: false });
  const conversion = convertCells(converter, Array.isArray(cells) ? cells.map(String) : []);
  converter.close();
  process.stdout.write(`${MARK}${JSON.stringify(conversion)}`, () => process.exit(0));
}

/** Separates the result from anything that tslab itself prints. */
export const MARK = '\u0001conversion:';

if (process.argv[2] === 'convert-cells') await main();
