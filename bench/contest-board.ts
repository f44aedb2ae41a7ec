import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ask } from '../grader/contest/client/ask.ts';
import { startServer } from '../grader/contest/rehearse/server-process.ts';
import type { Figures } from './all.ts';
import { median } from './measure.ts';

const VIEWERS = 2_000;
const UPDATES = 12;

/** One open event stream; tells when a view with these words came. */
interface Viewer {
  readonly seen: (words: string) => Promise<number>;
  readonly close: () => void;
}

/** 2,000 open boards: from a message of the instructor to the last of them. The load generator is in the same machine. */
export async function bench(): Promise<Figures> {
  const root = mkdtempSync(join(tmpdir(), 'airlab-board-'));
  const server = await startServer({ root, exercise: 'exercise-pm25', port: 8_977, workers: 0, minutes: 15 });
  try {
    const viewers: Viewer[] = [];
    while (viewers.length < VIEWERS)
      viewers.push(...(await Promise.all(Array.from({ length: 100 }, () => watch(server.url)))));
    const times: number[] = [];
    for (let update = 0; update < UPDATES; update += 1) {
      const words = `update ${update}.`;
      const began = performance.now();
      const arrivals = viewers.map((viewer) => viewer.seen(words));
      await ask({ url: server.url, token: server.secret }, '/api/console/do', {
        json: { action: 'tell', text: words },
      });
      times.push(Math.max(...(await Promise.all(arrivals))) - began);
      await sleep(500);
    }
    const rssMb = rssOf(server.pid);
    for (const viewer of viewers) viewer.close();
    return {
      name: `board, ${VIEWERS} open streams (anchors: Artemis 2,000 students, CMS 1,500 viewers)`,
      rows: [
        { label: 'update to the last viewer, median', value: `${Math.round(median(times))} ms` },
        { label: 'p95', value: `${Math.round(p95(times))} ms   goal <= 500 ms` },
        { label: 'memory of the server', value: `${rssMb} MB   goal <= 400 MB` },
        { label: 'server up', value: `${server.startMs} ms after its command` },
      ],
    };
  } finally {
    await server.stop();
    rmSync(root, { recursive: true, force: true });
  }
}

const agent = new Agent({ keepAlive: false, maxSockets: Number.POSITIVE_INFINITY });

function watch(url: string): Promise<Viewer> {
  return new Promise((resolve, reject) => {
    const waiting = new Map<string, (atMs: number) => void>();
    const request = get(`${url}/api/events`, { agent }, (response) => {
      response.setEncoding('utf8');
      response.on('data', (text: string) => {
        for (const [words, tell] of waiting) {
          if (!text.includes(words)) continue;
          waiting.delete(words);
          tell(performance.now());
        }
      });
      resolve({
        seen: (words) => new Promise((tell) => waiting.set(words, tell)),
        close: () => request.destroy(),
      });
    });
    request.on('error', reject);
  });
}

function rssOf(pid: number): number {
  const text = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Math.round(Number(/^VmRSS:\s+(\d+)/m.exec(text)?.[1] ?? 0) / 1024);
}

function p95(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.ceil(sorted.length * 0.95) - 1] ?? Number.NaN;
}
