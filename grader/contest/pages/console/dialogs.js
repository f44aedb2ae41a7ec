/** @import { Shown } from './console.js' */
import { Component, createRef, h } from '../look/preact.js';
import { momentText } from '../race/clock-text.js';
import { intervalOf } from './interval.js';
import { Person } from './person.js';

/**
 * What the console asks before it acts.
 * @typedef {{ kind: 'sure', title: string, text: string, button: string, action: string, fields: object }} Sure
 * @typedef {{ kind: 'cut' }} CutQuestion
 * @typedef {{ kind: 'person', person: string }} PersonQuestion
 * @typedef {Sure | CutQuestion | PersonQuestion} Question
 */

/** @param {Shown} shown */
export function Dialogs(shown) {
  const { question, set } = shown;
  if (!question) return null;
  const close = () => set({ question: undefined });
  return h(Dialog, { key: JSON.stringify(question), close }, content(shown, { question, close }));
}

/**
 * @param {Shown} shown
 * @param {{ question: Question, close: () => void }} options
 */
function content(shown, { question, close }) {
  switch (question.kind) {
    case 'sure':
      return h(SureForm, { shown, question, close });
    case 'cut':
      return h(CutForm, { shown, close });
    case 'person':
      return h(Person, { shown, person: question.person, close });
  }
}

/**
 * The browser's own dialog: it keeps the focus inside, and Escape closes it.
 * @extends {Component<{ close: () => void, children?: unknown }>}
 */
class Dialog extends Component {
  /** @type {import('preact').RefObject<HTMLDialogElement | null>} */
  dialog = createRef();

  /** @override */
  componentDidMount() {
    this.dialog.current?.showModal();
  }

  /** Closed before it is taken away, so that the focus goes back to where it was. @override */
  componentWillUnmount() {
    this.dialog.current?.close();
  }

  /** @override */
  render() {
    const { children } = this.props;
    const close = () => void (this.dialog.current?.isConnected && this.props.close());
    return h(
      'dialog',
      { ref: this.dialog, 'aria-labelledby': 'dialog-title', onClose: close },
      /** @type {any} */ (children),
    );
  }
}

/** @param {{ shown: Shown, question: Sure, close: () => void }} props */
function SureForm({ shown, question: { title, text, button, action, fields }, close }) {
  const send = (/** @type {Event} */ event) => {
    event.preventDefault();
    close();
    void shown.act(action, fields);
  };
  return h(
    'form',
    { onSubmit: send },
    h('h2', { id: 'dialog-title' }, title),
    h('p', {}, text),
    h(
      'div',
      { class: 'line end' },
      h('button', { type: 'button', autofocus: true, onClick: close }, 'Cancel'),
      h('button', { class: 'is-main' }, button),
    ),
  );
}

const MINUTE_MS = 60_000;

/** @param {{ shown: Shown, close: () => void }} props */
function CutForm({ shown, close }) {
  const { nowMs, act } = shown;
  const send = (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.currentTarget);
    const data = new FormData(form);
    const interval = intervalOf(String(data.get('from')), String(data.get('to')), shown.nowMs);
    const said = form.querySelector('[role=alert]');
    if (interval) {
      close();
      void act('cut', interval);
    } else if (said) said.textContent = 'The interval must have a length, and be over.';
  };
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return h(
    'form',
    { onSubmit: send },
    h('h2', { id: 'dialog-title' }, 'Cut an interval out'),
    h('p', {}, 'As if it had never been: the end moves for everyone, and earlier times keep their meaning.'),
    h('label', { for: 'from' }, `From (${zone})`),
    h('input', {
      id: 'from',
      name: 'from',
      type: 'time',
      step: 1,
      required: true,
      autofocus: true,
      defaultValue: momentText(nowMs - 2 * MINUTE_MS),
    }),
    h('label', { for: 'to' }, `To (${zone})`),
    h('input', {
      id: 'to',
      name: 'to',
      type: 'time',
      step: 1,
      required: true,
      defaultValue: momentText(nowMs),
    }),
    h('p', { role: 'alert' }),
    h(
      'div',
      { class: 'line end' },
      h('button', { type: 'button', onClick: close }, 'Cancel'),
      h('button', { class: 'is-main' }, 'Cut it out'),
    ),
  );
}
