/** @import { Shown } from './console.js' */
import { h } from '../look/preact.js';
import { momentText } from '../race/clock-text.js';

const MOST_MESSAGES = 4;

/** Messages to everybody, and the switch of the board. @param {Shown} props */
export function Say({ view, act }) {
  const send = async (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.currentTarget);
    const text = String(new FormData(form).get('text') ?? '').trim();
    if (text === '') return;
    await act('tell', { text });
    form.reset();
  };
  return h(
    'section',
    { class: 'card', 'aria-labelledby': 'say-title' },
    h('h2', { id: 'say-title' }, 'Say'),
    h(
      'form',
      { class: 'line', onSubmit: send },
      h('label', { for: 'text', class: 'spoken' }, 'Message to everybody'),
      h('input', {
        id: 'text',
        name: 'text',
        maxlength: 500,
        autocomplete: 'off',
        placeholder: 'to everybody, on every screen',
      }),
      h('button', {}, 'Send'),
    ),
    h(
      'ul',
      { class: 'messages' },
      view.messages
        .slice(-MOST_MESSAGES)
        .reverse()
        .map(({ atMs, text }) =>
          h('li', { key: atMs }, h('span', { class: 'quiet' }, `${momentText(atMs)} `), text),
        ),
    ),
    h(
      'div',
      { class: 'line' },
      h('span', {}, `The board is ${view.isBoardShown ? 'on' : 'off'}.`),
      h(
        'button',
        { type: 'button', onClick: () => void act('board', { isShown: !view.isBoardShown }) },
        view.isBoardShown ? 'Hide the board' : 'Show the board',
      ),
    ),
  );
}
