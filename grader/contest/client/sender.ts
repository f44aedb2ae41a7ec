import { spawn } from 'node:child_process';
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive } from '../../../src/databases/embedded/postmaster.ts';
import { addNews } from './news.ts';
import { readLetters } from './outbox.ts';
import { sendAll } from './outgoing.ts';
import { readSeat, seatFolder } from './seat.ts';
import { readOffset } from './student.ts';

export interface SenderTools {
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
}

/** Between two tries. */
const EVERY_MS = 3_000;
/** No race is longer; then the next command sends what is left. */
const LONGEST_MS = 3 * 60 * 60_000;
const HALF_MADE_MS = 60_000;

/**
 * Sends what waits on this disk as soon as the link is back, and leaves a line for the student. One at a time in a
 * folder. Ends when nothing waits, when the seat is gone, or after three hours.
 */
export async function keepSending(root: string, { now, sleep }: SenderTools): Promise<void> {
  if (!takeTurn(root)) return;
  const untilMs = now() + LONGEST_MS;
  try {
    while (now() < untilMs) {
      const seat = readSeat(root);
      if (!seat || readLetters(root).length === 0) return;
      const offset = await readOffset(seat, now).catch(() => undefined);
      if (offset) {
        const results = await sendAll(root, seat, {
          now,
          sleep,
          offsetMs: offset.offsetMs,
          step: () => undefined,
        });
        for (const result of results) {
          if (result.kind === 'sent') addNews(root, 'What waited on this disk was handed in meanwhile.');
          if (result.kind === 'refused')
            addNews(root, `What waited on this disk was not taken: ${result.error.message}`);
        }
      }
      await sleep(EVERY_MS);
    }
  } finally {
    endTurn(root);
  }
}

/** Starts `keepSending` in a process that outlives this one. */
export function startSender({
  home,
  root,
  exercise,
  env,
}: {
  readonly home: string;
  readonly root: string;
  readonly exercise: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}): void {
  const words = [join(home, 'grader/bin/grade.mjs'), 'submit', exercise, '--waiting'];
  const child = spawn(process.execPath, words, {
    detached: true,
    stdio: 'ignore',
    windowsHide: true,
    cwd: root,
    env: { ...env, AIRLAB_ROOT: root },
  });
  // Without it the next command sends what waits.
  child.on('error', () => undefined);
  child.unref();
}

const turnPath = (root: string): string => join(seatFolder(root), 'sender.pid');

function takeTurn(root: string): boolean {
  try {
    writeFileSync(turnPath(root), String(process.pid), { flag: 'wx', mode: 0o600 });
    return true;
  } catch {
    if (!isLeft(turnPath(root))) return false;
    endTurn(root);
    return takeTurn(root);
  }
}

/** The process that made it is gone. */
function isLeft(path: string): boolean {
  try {
    const pid = Number(readFileSync(path, 'utf8'));
    // It is empty for a moment after it was made.
    return pid > 0 ? !isAlive(pid) : Date.now() - statSync(path).mtimeMs > HALF_MADE_MS;
  } catch {
    return false;
  }
}

const endTurn = (root: string): void => rmSync(turnPath(root), { force: true });
