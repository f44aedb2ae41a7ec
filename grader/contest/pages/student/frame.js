/** @import { Shown } from './student.js' */
import { ClockFace } from '../look/clock-face.js';
import { h } from '../look/preact.js';
import { counted, momentText } from '../race/clock-text.js';
import { PHASES } from '../race/words.js';

/** @param {Shown} props */
export function Head({ view, moment, task, link }) {
  const { own, settings } = view;
  return [
    h(
      'div',
      { class: 'head-title' },
      h('img', { src: '/assets/look/icon.svg', alt: '', class: 'head-icon' }),
      h(
        'div',
        {},
        h('h1', {}, task?.title ?? settings.exercise),
        h('p', { class: 'quiet nick' }, own ? ['You are ', h('strong', {}, own.nick)] : settings.exercise),
      ),
    ),
    h(
      'p',
      { class: 'head-state' },
      h(
        'span',
        { class: `pill is-${moment.isPaused ? 'paused' : moment.phase}` },
        moment.isPaused ? 'Paused' : PHASES[moment.phase],
      ),
      h(
        'span',
        { class: `link is-${link}` },
        link === 'up' ? 'live' : link === 'lost' ? 'no link' : 'connecting',
      ),
    ),
    h(ClockFace, { moment, link, freezeMinutes: settings.freezeMinutes }),
  ];
}

/** @param {Shown} props */
export function Alerts({ view, link, moment, postman }) {
  const waiting = postman.outbox.filter(({ refused }) => refused === undefined).length;
  const message = view.messages.at(-1);
  return [
    link === 'lost' &&
      h(
        'p',
        { class: 'banner is-bad', key: 'link' },
        h('strong', {}, 'No link to the server. '),
        waiting === 0
          ? 'Work on and submit as usual: answers are kept here, and go by themselves.'
          : `${counted(waiting, 'answer')} kept in this browser, with ${waiting === 1 ? 'its' : 'their'} moment; sent when the link is back.`,
      ),
    moment.isPaused &&
      h(
        'p',
        { class: 'banner is-warn', key: 'pause' },
        h('strong', {}, 'Paused.'),
        ' Your clock stands still.',
      ),
    moment.phase === 'freeze' &&
      !moment.isPaused &&
      h(
        'p',
        { class: 'banner is-ice', key: 'freeze' },
        h('strong', {}, '❄ The board is frozen.'),
        ' Here you still see your own place and verdicts.',
      ),
    message &&
      h(
        'p',
        { class: 'banner is-note', key: `message ${message.atMs}` },
        h('span', { class: 'quiet' }, `${momentText(message.atMs)} `),
        h('strong', {}, message.text),
      ),
  ];
}
