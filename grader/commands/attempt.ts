import { createHash } from 'node:crypto';
import { type GradeRequest, grade } from '../grade.ts';
import { clockOf, isNews } from '../practice/clock.ts';
import { appendEvent, journalPath, type Kept, readJournal } from '../practice/journal.ts';
import { keepReceipt, receiptFolder } from '../practice/receipts.ts';
import type { Report } from '../report/report.ts';
import { readStarters } from '../starters.ts';
import type { Attempt, Context } from './context.ts';

/** Grades, and adds the practice clock to the report. Keeps nothing yet. */
export async function gradeWithClock(request: GradeRequest, { root, now }: Context): Promise<Report> {
  const report = await grade(request);
  const clock = clockOf(readJournal(journalPath(root)).events, report.exercise.name);
  return clock && isNews(clock, now()) ? { ...report, clock } : report;
}

/**
 * Keeps an attempt: a line in the journal and a receipt. In a read-only folder grading goes on, and a notice says that
 * progress was not kept.
 */
export function keepAttempt(report: Report, { root, home }: Context): Attempt {
  const { exercise, verdict, points, worth, gradedAt } = report;
  const kept: readonly Kept[] = [
    appendEvent(journalPath(root), {
      type: 'graded',
      at: gradedAt,
      exercise: exercise.name,
      verdict,
      points,
      worth,
      changed: differsFromStarter(report, home),
    }),
    keepReceipt(receiptFolder(root), report),
  ];
  const lost = kept.find((one) => !one.kept);
  return {
    report,
    notices: lost && !lost.kept ? [`Progress was not kept: ${lost.why}`] : [],
  };
}

function differsFromStarter({ exercise, answer }: Report, home: string): boolean {
  return Object.values(readStarters(home, exercise.name)).every(
    (text) => createHash('sha256').update(text).digest('hex') !== answer.sha256,
  );
}
