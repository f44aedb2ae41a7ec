import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Box } from '../../sandbox/box.ts';
import { layersOf } from '../../sandbox/box.ts';
import { probe } from '../../sandbox/layers.ts';
import type { CompiledAnswer, Limits, Run, RunOptions } from '../../sandbox/run.ts';
import { runIn } from '../../sandbox/run-in.ts';

/** The Node under test: another one with `AIRLAB_TEST_NODE=/path/to/node`. */
const path = process.env.AIRLAB_TEST_NODE ?? process.execPath;
export const node = { path, version: execFileSync(path, ['--version'], { encoding: 'utf8' }).trim() };

const strongest = probe(node);

/** Every way in which an answer is walled in on some machine, as far as this machine can show it. */
export const boxes: Readonly<Record<string, Box>> = {
  ...(strongest.box.bubblewrap ? { 'all walls': strongest.box } : {}),
  // Where bubblewrap may not start: Node's permissions, the locks inside the process and the watchdog.
  'without bubblewrap': without(strongest.box),
  // Where there is no util-linux either: macOS.
  ...(process.platform === 'win32' ? {} : { 'with a shell': { node, shell: '/bin/sh' } }),
};

for (const [name, box] of Object.entries(boxes))
  console.log(`${name}: Node ${node.version}, ${layersOf(box).join(', ')}`);
if (!strongest.box.bubblewrap) console.log(`skipped: all walls. ${strongest.warning}`);

function without({ bubblewrap: _, ...rest }: Box): Box {
  return rest;
}

/** JavaScript as the compiler would hand it over. */
export const answer = (code: string): CompiledAnswer => ({
  code,
  path: 'exercises/answer.ts',
  locate: (line) => `exercises/answer.ts:${line}`,
});

/** A file of attacks, and the names of its functions with the comment before each. */
export function attacks(name: string): { code: string; names: readonly { name: string; ends: string }[] } {
  const code = readFileSync(fileURLToPath(new URL(`attacks/${name}.cjs`, import.meta.url)), 'utf8');
  const names = [...code.matchAll(/(?:^\/\/ ([^\n]+)\n)?^exports\.(\w+) =/gm)];
  return { code, names: names.map((match) => ({ name: match[2] ?? '', ends: match[1] ?? '' })) };
}

export const NOW_MS = Date.parse('2026-11-24T09:40:00Z');

/** Our own marks on the child, so that other runs on this machine are not counted: a limit, or a word of the command. */
const heapMb = (pid: number): number => 150 + (pid % 97);
const dataMb = (pid: number): number => 1_024 + (pid % 97);
const LIMITS: Partial<Limits> = {
  wallMs: 4_000,
  cpuS: 1,
  heapMb: heapMb(process.pid),
  dataMb: dataMb(process.pid),
  rssMb: 400,
};

export interface Wanted {
  readonly box: Box;
  readonly code: string;
  readonly names: readonly string[];
  readonly args?: readonly unknown[];
  readonly limits?: Partial<Limits>;
  readonly upstream?: RunOptions['upstream'];
}

/** Calls functions of an answer, by their names, in one run. */
export function runCode({
  box,
  code,
  names,
  args = [],
  limits = {},
  upstream = silentOrEmpty,
}: Wanted): Promise<Run> {
  return runIn(box, answer(code), {
    calls: names.map((name) => ({ id: name, part: 'part', export: name, args })),
    nowMs: NOW_MS,
    upstream,
    limits: { ...LIMITS, ...limits },
  });
}

const silentOrEmpty: RunOptions['upstream'] = ({ url }) =>
  url.startsWith('/hang') ? { kind: 'hang' } : { kind: 'answer', status: 200, headers: {}, body: '{}' };

/** Processes of the boxes that this process, or the one with `pid`, started and that still run. */
export function leftovers(pid = process.pid): string[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(processOf)
    .filter(({ line, dataBytes }) => {
      const isMarked = line.includes(`--max-old-space-size=${heapMb(pid)} `);
      return line.includes('sandbox-child') && (isMarked || dataBytes === dataMb(pid) * 1_048_576);
    })
    .map(({ line }) => line);
}

function processOf(pid: string): { line: string; dataBytes: number } {
  const read = (name: string): string => readFileSync(`/proc/${pid}/${name}`, 'utf8');
  try {
    if (/^State:\s+Z/m.test(read('status'))) return { line: '', dataBytes: 0 };
    return {
      line: read('cmdline').replaceAll('\0', ' '),
      dataBytes: Number(/^Max data size\s+(\d+)/m.exec(read('limits'))?.[1]),
    };
  } catch {
    return { line: '', dataBytes: 0 }; // it ended meanwhile
  }
}
