/** @import { Shown } from './student.js' */
import { Component, h } from '../look/preact.js';
import { kindOf } from './submission-text.js';

const LARGEST_BYTES = 256 * 1024;

/** @typedef {{ name: string, text: string }} ChosenFile */

/**
 * Paste or upload, and submit. What was typed outlives a reload.
 * @extends {Component<Shown, { text: string, file: ChosenFile | undefined, said: string }>}
 */
export class Answer extends Component {
  /** @override */
  state = {
    text: this.props.storage.getItem(this.key) ?? '',
    /** @type {ChosenFile | undefined} */ file: undefined,
    said: '',
  };

  get key() {
    return `airlab.draft.${this.props.view.own?.person}`;
  }

  /** @param {Event} event */
  type = ({ target }) => {
    const text = target instanceof HTMLTextAreaElement ? target.value : '';
    this.props.storage.setItem(this.key, text);
    this.setState({ text, said: '' });
  };

  /** @param {Event} event */
  choose = async ({ target }) => {
    const [file] = target instanceof HTMLInputElement ? (target.files ?? []) : [];
    if (!file) return;
    this.setState({ file: { name: file.name, text: await file.text() }, said: '' });
    if (target instanceof HTMLInputElement) target.value = '';
  };

  /** @param {Event} event */
  send = (event) => {
    event.preventDefault();
    const { text, file } = this.state;
    const source = file?.text ?? text;
    const bytes = new Blob([source]).size;
    if (source.trim() === '') return this.setState({ said: 'There is nothing to submit yet.' });
    if (bytes > LARGEST_BYTES)
      return this.setState({ said: `The answer has ${Math.ceil(bytes / 1024)} KB; 256 KB are taken.` });
    void this.props.postman.post({ source, kind: kindOf(source, file?.name) });
    this.setState({ said: '' });
  };

  /** @override */
  render() {
    const { moment } = this.props;
    const { text, file, said } = this.state;
    const { isOpen, note } = door(moment);
    return h(
      'form',
      { class: 'card', onSubmit: this.send, 'aria-labelledby': 'answer-title' },
      h('h2', { id: 'answer-title' }, 'Your answer'),
      file
        ? h(
            'p',
            { class: 'line' },
            h('strong', { class: 'break' }, file.name),
            `, ${Math.ceil(file.text.length / 1024)} KB `,
            h(
              'button',
              { type: 'button', onClick: () => this.setState({ file: undefined }) },
              'Take it away',
            ),
          )
        : [
            h('label', { for: 'source', key: 'label' }, 'Paste your TypeScript'),
            h('textarea', {
              id: 'source',
              key: 'source',
              class: 'code',
              rows: 10,
              spellcheck: false,
              autocapitalize: 'off',
              value: text,
              onInput: this.type,
              placeholder: 'export async function …',
            }),
          ],
      h('label', { for: 'file' }, file ? 'Another file' : 'or choose a file (.ts or .ipynb)'),
      h('input', { id: 'file', type: 'file', accept: '.ts,.ipynb', onChange: this.choose }),
      h('p', { role: 'alert' }, said),
      h(
        'p',
        { class: 'line' },
        h('button', { class: 'is-main', disabled: !isOpen }, 'Submit'),
        h('span', { class: 'quiet' }, note),
      ),
    );
  }
}

/** @param {Shown['moment']} moment */
function door({ phase }) {
  switch (phase) {
    case 'lobby':
    case 'countdown':
      return { isOpen: false, note: 'Opens at the start. You can write already.' };
    case 'race':
    case 'freeze':
      return { isOpen: true, note: 'The best one counts. One in ten seconds, thirty in all.' };
    case 'over':
      return { isOpen: true, note: 'Time is up: what comes now is kept, and the instructor decides.' };
    case 'reveal':
    case 'closed':
      return { isOpen: false, note: 'The race is over.' };
  }
}
