/** @import { Shown } from './student.js' */
import { ask, Refused } from '../live/api.js';
import { Component, h } from '../look/preact.js';
import { counted } from '../race/clock-text.js';

/**
 * Coming in: a nickname, and the instructor's PIN for who was in before on another machine.
 * @extends {Component<Shown, { said: string, hasPin: boolean, isBusy: boolean }>}
 */
export class Join extends Component {
  /** @override */
  state = { said: '', hasPin: false, isBusy: false };

  /** @param {SubmitEvent} event */
  send = async (event) => {
    event.preventDefault();
    const data = new FormData(/** @type {HTMLFormElement} */ (event.currentTarget));
    const nick = String(data.get('nick') ?? '').trim();
    const pin = String(data.get('pin') ?? '').trim();
    if (nick === '') return this.setState({ said: 'Write a nickname first.' });
    this.setState({ isBusy: true, said: '' });
    try {
      await ask('/api/join', { json: pin === '' ? { nick } : { nick, pin } });
      this.props.comeIn();
    } catch (error) {
      const isTaken = error instanceof Refused && error.code === 'NICK_TAKEN';
      const said =
        error instanceof Refused
          ? `${error.message} ${error.hint}`
          : 'The server was not reached. Try again.';
      this.setState({ said, hasPin: this.state.hasPin || isTaken });
    }
    this.setState({ isBusy: false });
  };

  /** @override */
  render() {
    const { view, invitation } = this.props;
    const { said, hasPin, isBusy } = this.state;
    return h(
      'form',
      { class: 'card', onSubmit: this.send, 'aria-labelledby': 'join-title' },
      h('h2', { id: 'join-title' }, 'Come in'),
      h(
        'p',
        { class: 'quiet' },
        `${counted(view.people, 'person', 'people')} in. Everybody sees the nickname, and nothing else of you.`,
      ),
      h('label', { for: 'nick' }, 'Nickname'),
      h('input', {
        id: 'nick',
        name: 'nick',
        maxlength: 40,
        required: true,
        autocomplete: 'nickname',
        'aria-describedby': 'join-said',
      }),
      hasPin
        ? [
            h('label', { for: 'pin', key: 'label' }, 'PIN of the instructor'),
            h('input', {
              id: 'pin',
              name: 'pin',
              key: 'pin',
              maxlength: 20,
              autocomplete: 'off',
              inputmode: 'numeric',
            }),
          ]
        : h(
            'button',
            { type: 'button', class: 'plain', onClick: () => this.setState({ hasPin: true }) },
            'I was in before, on another machine',
          ),
      h('p', { id: 'join-said', role: 'alert' }, said),
      h('button', { class: 'is-main', disabled: isBusy }, 'Join'),
      invitation &&
        h(
          'p',
          { class: 'quiet' },
          'In a terminal: ',
          h('code', {}, `grade join ${invitation.code} --name NICK`),
        ),
    );
  }
}
