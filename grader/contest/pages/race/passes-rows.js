/** @import { PassesView } from '../../viewer.ts' */
/** @import { Task } from '../contract.ts' */
import { titleOf } from './words.js';

/** @typedef {{ check: string, minute: number, people: number }} PassesRow */

/**
 * The checks in the order of the task, each with how many have passed it now.
 *
 * @param {PassesView} passes
 * @param {Task | undefined} task
 * @returns {readonly { title: string, people: number }[]}
 */
export function passesNow(passes, task) {
  return inOrder(passes, task).map(({ check, now }) => ({ title: titleOf(check, task?.parts), people: now }));
}

/**
 * Rows of the chart: each count at its minute of the race, and the newest one last.
 *
 * @example passesRows(view.passes, { elapsedMs: 90_000, task })[0] // { check: 'The comparison', minute: 0, people: 0 }
 * @param {PassesView} passes
 * @param {{ elapsedMs: number, task: Task | undefined }} options
 * @returns {readonly PassesRow[]}
 */
export function passesRows(passes, { elapsedMs, task }) {
  const lastMinute = Math.max(elapsedMs, 0) / 60_000;
  return inOrder(passes, task).flatMap(({ check, people, now }) => {
    const title = titleOf(check, task?.parts);
    const steps = people.map((count, step) => ({
      check: title,
      minute: (step * passes.stepMs) / 60_000,
      people: count,
    }));
    return [
      ...steps.filter(({ minute }) => minute < lastMinute),
      { check: title, minute: lastMinute, people: now },
    ];
  });
}

/**
 * Checks that nobody has passed yet are there too, so that the colours of the others stay.
 *
 * @param {PassesView} passes
 * @param {Task | undefined} task
 */
function inOrder({ checks }, task) {
  const ids = [...(task?.parts ?? []).map(({ id }) => id), ...checks.map(({ check }) => check)];
  return [...new Set(ids)].map(
    (id) => checks.find(({ check }) => check === id) ?? { check: id, people: [0], now: 0 },
  );
}
