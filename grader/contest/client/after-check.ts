import type { Report } from '../../report/report.ts';
import { takeNews } from './news.ts';
import { readLetters } from './outbox.ts';
import { sendAll } from './outgoing.ts';
import type { Seat } from './seat.ts';
import { readOffset, sendCheck } from './student.ts';

/** What a check on the own machine leaves with the contest. */
export interface Checked {
  readonly kind: 'ts' | 'ipynb';
  readonly source: string;
  readonly report: Report;
}

/**
 * Tells the contest of a version that was checked on this machine, and sends what could not be handed in before. The
 * student does not wait for it, and loses nothing when there is no link.
 *
 * @returns lines for the student; none when all is well.
 */
export async function afterCheck(
  root: string,
  seat: Seat,
  { kind, source, report }: Checked,
  now: () => number,
): Promise<readonly string[]> {
  const news = takeNews(root);
  const mistakes = report.rows.flatMap(({ finding }) => finding?.mistake?.id ?? []);
  try {
    await sendCheck(seat, { kind, source, points: report.points, mistakes: [...new Set(mistakes)] });
    if (readLetters(root).length === 0) return news;
    const { offsetMs } = await readOffset(seat, now);
    const sent = await sendAll(root, seat, {
      now,
      offsetMs,
      step: () => {},
      sleep: async () => {},
      patienceMs: 0,
    });
    const count = sent.filter(({ kind: how }) => how === 'sent').length;
    return count === 0 ? news : [...news, `${count} handed in that waited on this disk.`];
  } catch {
    const waiting = readLetters(root).length;
    const kept = waiting === 0 ? '' : ` ${waiting} of yours wait on this disk, and will be sent.`;
    return [...news, `OFFLINE: the contest at ${seat.url} does not answer.${kept}`];
  }
}
