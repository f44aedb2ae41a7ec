/** @import { Shown } from './student.js' */
import { h } from '../look/preact.js';
import { momentText } from '../race/clock-text.js';
import { Answer } from './answer.js';
import { Join } from './join.js';
import { Place } from './place.js';
import { Submissions } from './submissions.js';
import { TaskCard } from './task.js';
import { WarmUp } from './warm-up.js';

/** @param {Shown} shown */
export function Main(shown) {
  const { own, messages } = shown.view;
  if (!own)
    return h(
      'div',
      { class: 'page' },
      h('div', { class: 'is-work' }, h(Join, shown)),
      h('div', { class: 'is-side' }, h(TaskCard, shown)),
    );
  if (own.isKicked)
    return h(
      'section',
      { class: 'card' },
      h('h2', {}, 'You were removed from this race'),
      h('p', {}, 'Ask the instructor why.'),
    );
  const isBefore = shown.moment.phase === 'lobby' || shown.moment.phase === 'countdown';
  return h(
    'div',
    { class: 'page' },
    h('div', { class: 'is-work' }, isBefore && h(WarmUp, shown), h(Answer, shown)),
    h(
      'div',
      { class: 'is-side' },
      !isBefore && h(Place, shown),
      h(Submissions, shown),
      messages.length > 1 &&
        h(
          'section',
          { class: 'card', 'aria-labelledby': 'messages-title' },
          h('h2', { id: 'messages-title' }, 'Messages'),
          h(
            'ul',
            { class: 'messages' },
            [...messages]
              .reverse()
              .map(({ atMs, text }) =>
                h('li', { key: atMs }, h('span', { class: 'quiet' }, `${momentText(atMs)} `), text),
              ),
          ),
        ),
    ),
    h('div', { class: 'is-task' }, h(TaskCard, shown)),
  );
}
