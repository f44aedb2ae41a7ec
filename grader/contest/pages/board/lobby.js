/** @import { Shown } from './board.js' */
import { h } from '../look/preact.js';
import { counted } from '../race/clock-text.js';

/** @param {Shown} props */
export function Lobby({ view, invitation }) {
  const [url, ...others] = invitation?.urls ?? [];
  const address = url ?? 'the address comes in a moment';
  const command = `grade join ${invitation?.code ?? '…'} --name NICK`;
  return h(
    'div',
    { class: 'lobby' },
    h(
      'section',
      { class: 'card join', 'aria-labelledby': 'join-title' },
      h(
        'div',
        { class: 'join-address' },
        h('h2', { id: 'join-title' }, 'Come in: open this in a browser'),
        h('p', { class: 'join-url', style: lettersOf(address) }, address),
      ),
      h(
        'div',
        { class: 'join-words' },
        h('p', { class: 'quiet' }, 'or type in a terminal'),
        h('p', { class: 'join-command', style: lettersOf(command) }, h('code', {}, command)),
      ),
      h(
        'p',
        { class: 'quiet join-else' },
        others.length > 0 ? `Does it not open? Try ${others.join(' or ')}` : 'Or scan with a phone.',
      ),
      h('img', {
        class: 'join-qr',
        src: '/assets/join.svg',
        alt: url === undefined ? 'QR code' : `QR code of ${url}`,
      }),
    ),
    h(
      'section',
      { class: 'card crowd', 'aria-labelledby': 'crowd-title' },
      h('h2', { id: 'crowd-title' }, 'In the room'),
      h('p', { class: 'crowd-number' }, view.people),
      h('p', { class: 'crowd-ready' }, h('span', { 'aria-hidden': 'true' }, '✓ '), `${view.checkers} ready`),
      h('progress', { max: Math.max(1, view.people), value: view.checkers, 'aria-label': 'Ready' }),
      h('p', { class: 'quiet' }, 'Ready: the warm-up ran once. It cannot fail.'),
      h(
        'p',
        { class: 'quiet' },
        `Then ${counted(view.settings.minutes, 'minute')}, everybody on the same data.`,
      ),
    ),
  );
}

/** @param {string} text */
const lettersOf = (text) => ({ '--letters': String(text.length) });
