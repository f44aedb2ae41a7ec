/** @import { OwnView, SubmissionView } from '../../viewer.ts' */
/** @import { Task } from '../contract.ts' */
/** @import { Letter } from './outbox.js' */
import { counted, momentText } from '../race/clock-text.js';

/**
 * Where a submission is, in one sentence.
 *
 * @example stateText({ state: 'waiting', queuePlace: 3 }) // 'In the queue, place 3.'
 * @param {Pick<SubmissionView, 'state' | 'queuePlace' | 'visible' | 'points'>} submission
 * @param {Task | undefined} [task]
 */
export function stateText({ state, queuePlace, visible, points }, task) {
  switch (state) {
    case 'waiting':
      return queuePlace === undefined ? 'In the queue.' : `In the queue, place ${queuePlace}.`;
    case 'replaced':
      return 'Not graded: a newer one of yours took its place in the queue.';
    case 'unjudged':
      return 'The grading failed, not your answer. It counts neither for nor against you.';
    case 'late':
      return 'Came after the bell. It is kept, and the instructor decides.';
    case 'judged':
      return points === undefined
        ? `${passedText(visible ?? {})}${hiddenText(task)}`
        : `${counted(points, 'point')} of ${task?.points.all ?? 100}. ${passedText(visible ?? {})}`;
  }
}

/** @param {Readonly<Record<string, string>>} checks */
function passedText(checks) {
  const kinds = Object.values(checks);
  return `Visible checks ${kinds.filter((kind) => kind === 'passed').length}/${kinds.length}.`;
}

/** @param {Task | undefined} task */
function hiddenText(task) {
  const hidden = task?.trials.filter(({ tier }) => tier !== 'visible').length ?? 0;
  return hidden === 0 ? '' : ` ${counted(hidden, 'hidden check')} count at the end.`;
}

/**
 * Where an answer is that the server has not got yet.
 *
 * @param {Letter} letter
 * @param {number} nowMs
 */
export function letterText({ refused, notBeforeMs, wasOffline }, nowMs) {
  if (refused !== undefined) return `Not taken: ${refused}`;
  const waitS = Math.ceil((notBeforeMs - nowMs) / 1000);
  if (waitS > 0) return `Goes by itself in ${waitS} s: the server takes one in ten seconds.`;
  return wasOffline ? 'Kept in this browser. Goes by itself when the link is back.' : 'On its way.';
}

/**
 * What is told aloud when verdicts have come.
 *
 * @param {OwnView | undefined} before
 * @param {OwnView | undefined} now
 * @param {Task | undefined} task
 * @returns {readonly string[]}
 */
export function verdicts(before, now, task) {
  if (!before || !now) return [];
  const known = new Map(before.submissions.map((one) => [one.id, one.state]));
  return now.submissions
    .filter(({ id, state }) => state !== 'waiting' && known.get(id) === 'waiting')
    .map((one) => `Answer of ${momentText(one.receivedMs)}: ${stateText(one, task)}`);
}

/**
 * The own place, which moves on while the board is frozen.
 *
 * @param {OwnView} own
 * @param {boolean} isProvisional
 */
export function placeText({ place, of, submissions }, isProvisional) {
  const judged = submissions.filter(({ state }) => state === 'judged');
  if (judged.length === 0)
    return { main: '–', under: `no verdict yet; ${counted(of, 'person', 'people')} in` };
  const best = Math.max(...judged.map(({ points, visiblePoints }) => points ?? visiblePoints ?? 0));
  const kind = isProvisional ? 'visible points, provisional' : 'points';
  return { main: String(place), under: `of ${of} · best ${best} ${kind}` };
}

/**
 * Whether a text is a notebook or a TypeScript file.
 *
 * @example kindOf('export const x = 1;') // 'ts'
 * @param {string} source
 * @param {string} [name] of the file that it came from
 * @returns {'ts' | 'ipynb'}
 */
export function kindOf(source, name) {
  if (name !== undefined) return name.toLowerCase().endsWith('.ipynb') ? 'ipynb' : 'ts';
  if (!source.trimStart().startsWith('{')) return 'ts';
  try {
    return Array.isArray(JSON.parse(source).cells) ? 'ipynb' : 'ts';
  } catch {
    return 'ts';
  }
}
