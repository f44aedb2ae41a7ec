import { renderUnicodeCompact } from 'uqr';
import type { Look } from '../../report/look.ts';
import type { OpenContest } from './open-contest.ts';

/**
 * What the instructor sees in the terminal: how students come in, where the console is, what runs. Pure.
 *
 * @example invitation(contest, { exercise: 'exercise-pm25', look })
 */
export function invitation(
  contest: OpenContest,
  { exercise, look }: { exercise: string; look: Look },
): string {
  const { code, joinUrls, consoleUrl, boardUrl, pin, sandbox, data, workers, isResumed, minutes } = contest;
  const [first = ''] = joinUrls;
  const lines = [
    `${exercise}, ${minutes} minutes${isResumed ? ' · resumed where it was' : ''}`,
    '',
    `  students   grade join ${code} --name NICK`,
    `             or a browser at ${first}`,
    ...joinUrls.slice(1).map((url) => `             or at ${url}`),
    `  PIN        ${pin}   to come back on another machine; tell it only then`,
    '',
    `  console    ${consoleUrl}`,
    `  projector  ${boardUrl}`,
    '',
    `  data       ${data.label}`,
    `  grading    ${workers} ${workers === 1 ? 'worker' : 'workers'} here; ${sandbox.layers.join(', ')}`,
    ...(sandbox.warning ? [`  WARNING    ${sandbox.warning}`] : []),
    '',
    ...(look.unicode
      ? renderUnicodeCompact(first, { border: 1 })
          .split('\n')
          .map((line) => `  ${line}`)
      : []),
    '',
    'Ctrl-C ends the server. The same command goes on where it was.',
  ];
  return `${lines.join('\n')}\n`;
}
