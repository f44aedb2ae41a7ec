import { verifySnapshot } from '../../../src/classroom/snapshot.ts';
import { parseSnapshot } from '../../../src/classroom/snapshot-file.ts';
import { OutsideError } from '../../../src/errors.ts';
import type { View } from '../viewer.ts';
import { ask } from './ask.ts';
import type { Letter } from './outbox.ts';
import { keepFile, readSeat, type Seat, snapshotPath, writeSeat } from './seat.ts';
import { type Offset, probeClock } from './server-clock.ts';

/** What the server says when it has a submission. */
export interface Receipt {
  readonly submission: string;
  readonly receivedMs: number;
  readonly state: 'waiting' | 'late';
}

/**
 * Joins a contest and fetches its sealed snapshot, so that everything but submitting works without the link from here
 * on. Joining again is harmless.
 *
 * @throws those of `ask`; OutsideError `SNAPSHOT_ALTERED` when the data does not fit its checksum.
 */
export async function takeSeat(
  root: string,
  { url, nick, pin, nowMs }: { url: string; nick: string; pin?: string | undefined; nowMs: number },
): Promise<Seat> {
  const before = readSeat(root);
  const token = before?.url === url ? before.token : undefined;
  const wish = { nick, ...(pin === undefined ? {} : { pin }) };
  const joined = asJoined(
    await ask({ url, token: pin === undefined ? token : undefined }, '/api/join', { json: wish }),
  );
  const text = JSON.stringify(await ask({ url, token: joined.token }, '/api/snapshot'));
  const snapshot = parseSnapshot(text, 'the snapshot of the contest');
  if (!verifySnapshot(snapshot))
    throw new OutsideError('The data of the contest arrived changed.', 'Join again.', 'SNAPSHOT_ALTERED');
  keepFile(snapshotPath(root), text);
  const { person, nick: name, exercise } = joined;
  const seat = {
    url,
    token: joined.token,
    person,
    nick: name,
    exercise,
    snapshotSha256: snapshot.sha256,
    joinedMs: nowMs,
  };
  writeSeat(root, seat);
  return seat;
}

/** What the student may see now. */
export async function readView({ url, token }: Seat): Promise<View> {
  // Border: our own server; its answers are tested against this type.
  return (await ask({ url, token }, '/api/contest')) as View;
}

/** How far the server's clock is ahead. */
export function readOffset({ url }: Seat, now: () => number): Promise<Offset> {
  const askNow = async (): Promise<number> => {
    const told = await ask({ url, limitMs: 2_000 }, '/api/time');
    return typeof told === 'object' && told !== null && 'nowMs' in told ? Number(told.nowMs) : Number.NaN;
  };
  return probeClock(askNow, now);
}

/** Hands one submission in. */
export async function sendLetter({ url, token }: Seat, letter: Letter, isDelayed: boolean): Promise<Receipt> {
  const { id, kind, via, queuedMs, source } = letter;
  const query = new URLSearchParams({
    id,
    kind,
    via,
    ...(isDelayed ? { queuedMs: String(Math.round(queuedMs)) } : {}),
  });
  // Border: our own server.
  return (await ask({ url, token }, `/api/submissions?${query}`, { text: source })) as Receipt;
}

/** Leaves a checked version with the server, so that nothing is lost with this machine. */
export async function sendCheck(
  { url, token }: Seat,
  check: { kind: 'ts' | 'ipynb'; source: string; points: number; mistakes: readonly string[] },
): Promise<void> {
  await ask({ url, token, limitMs: 1_500 }, '/api/checks', { json: check });
}

interface Joined {
  readonly person: string;
  readonly token: string;
  readonly nick: string;
  readonly exercise: string;
}

function asJoined(told: unknown): Joined {
  const fields: Partial<Record<string, unknown>> =
    typeof told === 'object' && told !== null ? { ...told } : {};
  const contest: Partial<Record<string, unknown>> =
    typeof fields.contest === 'object' && fields.contest !== null ? { ...fields.contest } : {};
  const [person, token, nick, exercise] = [fields.person, fields.token, fields.nick, contest.exercise];
  if ([person, token, nick, exercise].every((value) => typeof value === 'string'))
    return { person: `${person}`, token: `${token}`, nick: `${nick}`, exercise: `${exercise}` };
  throw new OutsideError('This server is not a contest.', 'Check the code on the board.', 'NOT_A_CONTEST');
}
