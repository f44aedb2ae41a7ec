import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rehearsalAnswers } from '../contest/rehearse/answers.ts';
import { type Finding, rehearse } from '../contest/rehearse/rehearsal.ts';
import { paint } from '../report/look.ts';
import type { Context } from './context.ts';
import { progressTalk } from './progress.ts';

export interface RehearseWish {
  readonly exercise: string;
  readonly bots: number;
  readonly port: number;
  readonly workers: number;
  readonly minutes: number;
  readonly databaseUrl?: string | undefined;
}

/** `grade compete NAME --rehearse N`: a race with bots, in a folder of its own that goes away. */
export async function rehearseContest(wish: RehearseWish, context: Context): Promise<number> {
  const root = mkdtempSync(join(tmpdir(), 'airlab-rehearsal-'));
  const progress = progressTalk(context);
  try {
    const answers = rehearsalAnswers(context.home, wish.exercise);
    const findings = await rehearse({ ...wish, root, answers, step: progress.step });
    progress.end();
    context.out(words(wish, findings, context));
    return findings.length > 0 && findings.every(({ held }) => held) ? 0 : 1;
  } finally {
    progress.end();
    rmSync(root, { recursive: true, force: true });
  }
}

function words(
  { exercise, bots, minutes }: RehearseWish,
  findings: readonly Finding[],
  { look }: Context,
): string {
  const [yes, no] = look.unicode ? ['✓', '✗'] : ['ok', 'NO'];
  const lines = findings.map(
    ({ says, held }) => `${held ? paint(yes, 'green', look) : paint(no, 'red', look)} ${says}`,
  );
  const count = findings.filter(({ held }) => !held).length;
  const verdict = count === 0 ? 'Everything held.' : `${count} did not hold.`;
  return [`Rehearsal of ${exercise}: ${bots} bots, ${minutes} minutes`, '', ...lines, '', verdict, ''].join(
    '\n',
  );
}
