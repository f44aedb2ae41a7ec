/** @import { Shown } from './student.js' */
import { ask } from '../live/api.js';
import { Component, h } from '../look/preact.js';

/**
 * A try that cannot fail: it shows that this browser, the network and the server work together.
 * @extends {Component<Shown, { said: string }>}
 */
export class WarmUp extends Component {
  /** @override */
  state = { said: '' };

  get key() {
    return `airlab.ready.${this.props.view.own?.person}`;
  }

  send = async () => {
    const { task, storage } = this.props;
    const source = task?.starter.ts || '// warm-up';
    try {
      await ask('/api/checks', { json: { source, kind: 'ts', points: 0, mistakes: [] } });
      storage.setItem(this.key, 'yes');
      this.setState({ said: '' });
    } catch {
      this.setState({ said: 'The server was not reached. Try again in a moment.' });
    }
  };

  /** @override */
  render() {
    const isReady = this.props.storage.getItem(this.key) === 'yes';
    return h(
      'section',
      { class: 'card', 'aria-labelledby': 'warm-title' },
      h('h2', { id: 'warm-title' }, 'Warm-up'),
      h(
        'p',
        { role: 'status' },
        isReady
          ? h('strong', { class: 'good' }, '✓ You are ready. The race starts on this page by itself.')
          : 'Send one try before the start. It cannot fail, and costs nothing.',
      ),
      !isReady && h('button', { type: 'button', class: 'is-main', onClick: this.send }, 'Send the warm-up'),
      h('p', { role: 'alert' }, this.state.said),
    );
  }
}
