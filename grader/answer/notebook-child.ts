import { createRequire } from 'node:module';
import { text } from 'node:stream/consumers';
import { type Parser, writeOutShorthand } from '../../src/kernel/shorthand.ts';

/** A cell as tslab compiled it, in the order in which it can run. */
export interface ConvertedCell {
  /** Position among the code cells of the notebook, from 0. */
  readonly index: number;
  readonly output: string;
}

/** A cell that the kernel would not run, with tslab's first complaint. */
export interface RefusedCell {
  readonly index: number;
  readonly line: number;
  readonly message: string;
  /** Only its types were wrong, so it is graded all the same, like a .ts file. */
  readonly ran: boolean;
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
 * the others, so reordered notebooks work. One whose types alone are wrong is taken without them; what still does not
 * convert is reported.
 */
export function convertCells(
  converter: Converter,
  sources: readonly string[],
  prepared: (declarations: string, source: string) => string = (_, source) => source,
): Conversion {
  const cells: ConvertedCell[] = [];
  const untyped: RefusedCell[] = [];
  let waiting: readonly Waiting[] = sources.map((source, index) => ({ source, index }));
  let declarations = '';
  const take = ({ source, index }: Waiting): RefusedCell | undefined => {
    const {
      diagnostics,
      declOutput = '',
      output,
    } = attempt(converter, declarations, prepared(declarations, source));
    const [problem] = diagnostics;
    if (problem) return { index, line: problem.start.line + 1, message: problem.messageText, ran: false };
    declarations = declOutput;
    if (output) cells.push({ index, output });
    return undefined;
  };
  for (;;) {
    const tried = waiting.map((cell) => ({ cell, refusal: take(cell) }));
    const refused = tried.flatMap(({ cell, refusal }) => (refusal ? [{ cell, refusal }] : []));
    const isStuck = refused.length === waiting.length;
    const freed = isStuck ? refused.find(({ cell, refusal }) => takeUntyped(take, cell, refusal)) : undefined;
    if (freed) untyped.push({ ...freed.refusal, ran: true });
    waiting = refused.filter((one) => one !== freed).map(({ cell }) => cell);
    if (waiting.length === 0 || (isStuck && !freed)) {
      const left = refused.filter((one) => one !== freed).map(({ refusal }) => refusal);
      return { cells, refused: [...untyped, ...left] };
    }
  }
}

interface Waiting {
  readonly source: string;
  readonly index: number;
}

/** TypeScript itself fails on some broken cells; that is a refusal like any other. */
function attempt(converter: Converter, declarations: string, source: string): ConverterResult {
  try {
    return converter.convert(declarations, source);
  } catch (error) {
    const messageText = `TypeScript could not read it (${error instanceof Error ? error.message.split('\n')[0] : error})`;
    return { diagnostics: [{ start: { line: 0 }, messageText }] };
  }
}

const MOST_IGNORED = 20;

/** Switches the type check off for the lines that fail it, one after the other, and takes the cell when none is left. */
function takeUntyped(
  take: (cell: Waiting) => RefusedCell | undefined,
  { source, index }: Waiting,
  refusal: RefusedCell,
): boolean {
  const lines = source.split('\n').map((text, at) => ({ text, at: at + 1 }));
  const ignored = new Set([refusal.line]);
  while (ignored.size <= MOST_IGNORED) {
    const quiet = lines.flatMap((line) =>
      ignored.has(line.at) ? [{ text: '// @ts-ignore', at: 0 }, line] : [line],
    );
    const next = take({ source: quiet.map(({ text }) => text).join('\n'), index });
    if (!next) return true;
    const at = quiet[next.line - 1]?.at ?? 0;
    if (at === 0 || ignored.has(at)) return false;
    ignored.add(at);
  }
  return false;
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
  const ts: Parser = load('@tslab/typescript-for-tslab');
  const conversion = convertCells(
    converter,
    Array.isArray(cells) ? cells.map(String) : [],
    (declarations, source) => writeOutShorthand(ts, declarations, source).source,
  );
  converter.close();
  process.stdout.write(`${MARK}${JSON.stringify(conversion)}`, () => process.exit(0));
}

/** Separates the result from anything that tslab itself prints. */
export const MARK = '\u0001conversion:';

if (process.argv[2] === 'convert-cells') await main();
