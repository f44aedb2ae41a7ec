import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Figures } from './all.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

const EXPORTS =
  'export const hourlyPm25 = act; export const compareCities = act; export const showCities = act;';

/** Answers that would take a machine down. */
const HOSTILE: Readonly<Record<string, string>> = {
  'endless loop': 'const act = () => { for (;;); };',
  '10 GB of objects':
    'const act = () => { const all = []; for (;;) all.push(new Array(1e6).fill(Math.random())); };',
  '10 GB of buffers': 'const act = () => { const all = []; for (;;) all.push(Buffer.alloc(1e8, 1)); };',
  'fork bomb':
    "const act = async () => { const { spawn } = await import('node:child_process'); for (let i = 0; i < 200; i += 1) spawn(process.execPath, ['-e', 'for(;;);'], { detached: true }); for (;;); };",
  'output flood': "const act = () => { for (;;) console.log('x'.repeat(1e5)); };",
};

/** Each hostile answer ends by its limit; the largest memory of `grade` itself; what is left behind. */
export async function bench(): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), 'airlab-limits-'));
  const rows: { label: string; value: string }[] = [];
  for (const [name, text] of Object.entries(HOSTILE)) {
    const file = join(folder, `${name.replaceAll(' ', '-')}.ts`);
    writeFileSync(file, `${text}\n${EXPORTS}\n`);
    const { ms, rssMb, status, report } = await watched(file);
    const left = leftovers(folder);
    rows.push({
      label: name,
      value: `${(ms / 1000).toFixed(1)} s, exit ${status}, grade ${rssMb} MB, ${left} processes left; ${limitOf(report)}`,
    });
  }
  return { name: 'hostile answers (goal: grade < 200 MB, 0 processes left)', rows };
}

interface Watched {
  readonly ms: number;
  readonly rssMb: number;
  readonly status: number | null;
  readonly report: string;
}

function watched(file: string): Promise<Watched> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(
      process.execPath,
      [join(root, 'grader/bin/grade.mjs'), 'exercise-pm25', '--file', file, '--offline', '--json'],
      {
        stdio: ['ignore', 'pipe', 'ignore'],
      },
    );
    let report = '';
    let rssMb = 0;
    child.stdout.on('data', (data) => {
      report += data;
    });
    const sampling = setInterval(() => {
      rssMb = Math.max(rssMb, highestRssMb(child.pid));
    }, 20);
    child.on('error', reject);
    child.on('close', (status) => {
      clearInterval(sampling);
      resolve({ ms: performance.now() - started, rssMb, status, report });
    });
  });
}

function highestRssMb(pid: number | undefined): number {
  try {
    return Math.round(
      Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024,
    );
  } catch {
    return 0;
  }
}

/** Processes that run something of the sandbox and whose grader has ended; runs of other graders are not ours. */
function leftovers(folder: string): number {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid);
  return pids.filter((pid) => isOfSandbox(pid, folder) && isAbandoned(pid, folder)).length;
}

function isOfSandbox(pid: string, folder: string): boolean {
  const line = readProcess(pid, 'cmdline');
  return line.includes('sandbox-child') || line.includes(folder) || line.includes('for(;;);');
}

/** The first ancestor outside the sandbox is init, which adopts what lost its parent. */
function isAbandoned(pid: string, folder: string): boolean {
  const parent = /^PPid:\s+(\d+)/m.exec(readProcess(pid, 'status'))?.[1];
  if (parent === undefined) return false;
  return parent === '1' || (isOfSandbox(parent, folder) && isAbandoned(parent, folder));
}

function readProcess(pid: string, file: 'cmdline' | 'status'): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return ''; // it ended meanwhile
  }
}

function limitOf(report: string): string {
  const match = /"says":\s*"([^"]{0,90})/.exec(report);
  return match?.[1] ?? 'no finding';
}
