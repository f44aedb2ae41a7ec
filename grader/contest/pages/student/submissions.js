/** @import { SubmissionView } from '../../viewer.ts' */
/** @import { Letter } from './outbox.js' */
/** @import { Shown } from './student.js' */
import { h } from '../look/preact.js';
import { momentText } from '../race/clock-text.js';
import { titleOf, VERDICTS } from '../race/words.js';
import { letterText, stateText } from './submission-text.js';

/** Everything that was submitted, the newest first; above it what is still on its way. @param {Shown} shown */
export function Submissions({ view, postman, nowMs, task }) {
  const sent = view.own?.submissions ?? [];
  const known = new Set(sent.map(({ id }) => id));
  const letters = postman.outbox.filter(({ id }) => !known.has(id));
  return h(
    'section',
    { class: 'card', 'aria-labelledby': 'sent-title' },
    h('h2', { id: 'sent-title' }, 'Your submissions'),
    sent.length + letters.length === 0 &&
      h('p', { class: 'quiet' }, 'None yet. Trying more never hurts: the best one counts.'),
    h(
      'ol',
      { class: 'sent', reversed: true },
      [...letters]
        .reverse()
        .map((letter) =>
          h(OnTheWay, { key: letter.id, letter, nowMs, forget: () => postman.forget(letter.id) }),
        ),
      [...sent].reverse().map((submission) => h(Sent, { key: submission.id, submission, task })),
    ),
  );
}

/** @param {{ letter: Letter, nowMs: number, forget: () => void }} props */
function OnTheWay({ letter, nowMs, forget }) {
  return h(
    'li',
    { class: 'is-waiting' },
    h('p', {}, h('strong', {}, momentText(letter.madeMs)), ` ${letterText(letter, nowMs)}`),
    letter.refused !== undefined && h('button', { type: 'button', onClick: forget }, 'Take it away'),
  );
}

/** @param {{ submission: SubmissionView, task: Shown['task'] }} props */
function Sent({ submission, task }) {
  const { receivedMs, queuedMs, state, visible, hidden } = submission;
  const written = queuedMs === undefined ? '' : ` (written without a link at ${momentText(queuedMs)})`;
  return h(
    'li',
    { class: `is-${state}` },
    h('p', {}, h('strong', {}, momentText(receivedMs)), written, ` ${stateText(submission, task)}`),
    visible && h(Verdicts, { title: 'Visible checks', kinds: visible, titles: task?.parts }),
    hidden && h(Verdicts, { title: 'Hidden checks', kinds: hidden, titles: task?.trials }),
  );
}

/**
 * @param {{
 *   title: string,
 *   kinds: Readonly<Record<string, string>>,
 *   titles: readonly { id: string, title: string }[] | undefined,
 * }} props
 */
function Verdicts({ title, kinds, titles }) {
  const order = (titles ?? []).map(({ id }) => id);
  const found = Object.entries(kinds).sort(([one], [other]) => order.indexOf(one) - order.indexOf(other));
  return [
    h('p', { class: 'quiet verdicts-title' }, title),
    h(
      'ul',
      { class: 'verdicts', 'aria-label': title },
      found.map(([id, kind]) => {
        const { mark, word } = VERDICTS[kind] ?? { mark: '?', word: kind };
        return h(
          'li',
          { key: id, class: `is-${kind}` },
          h('span', { class: 'mark', 'aria-hidden': 'true' }, mark),
          ` ${titleOf(id, titles)}: ${word}`,
        );
      }),
    ),
  ];
}
