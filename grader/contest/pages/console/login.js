import { h } from '../look/preact.js';

/**
 * Without the secret nothing of the console is shown.
 *
 * @param {{ isAsked: boolean, hasTried: boolean, onSecret: (secret: string) => Promise<void> }} props
 */
export function Login({ isAsked, hasTried, onSecret }) {
  if (!isAsked)
    return h(
      'section',
      { class: 'card login' },
      h('h1', {}, 'The server was not reached'),
      h('p', { role: 'status' }, 'The console tries again by itself.'),
    );
  const send = async (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.currentTarget);
    const secret = String(new FormData(form).get('secret') ?? '');
    const said = form.querySelector('[role=alert]');
    await onSecret(secret.slice(secret.indexOf('#') + 1).trim()).catch(() => {
      if (said) said.textContent = 'This is not the secret of this contest.';
    });
  };
  return h(
    'form',
    { class: 'card login', onSubmit: send },
    h('h1', {}, 'Console'),
    h('label', { for: 'secret' }, 'Secret, or the whole address that "grade compete" printed'),
    h('input', { id: 'secret', name: 'secret', type: 'password', autocomplete: 'off', required: true }),
    h('p', { role: 'alert' }, hasTried ? 'The secret in the address is not the one of this contest.' : ''),
    h('button', { class: 'is-main' }, 'Open the console'),
  );
}
