/** @import { Shown } from './console.js' */
import { h } from '../look/preact.js';
import { warnings } from './warnings.js';

/** What is wrong, loud; and what the last action was refused for. @param {Shown} props */
export function Alerts({ view, link, trouble, set }) {
  return [
    h(
      'div',
      { role: 'alert', class: 'alerts', key: 'alert' },
      trouble &&
        h(
          'p',
          { class: 'banner is-bad' },
          h('strong', {}, trouble.message),
          ` ${trouble.hint} `,
          h('button', { type: 'button', onClick: () => set({ trouble: undefined }) }, 'Close'),
        ),
      warnings(view, link).map(({ title, text }) =>
        h('p', { class: 'banner is-warn', key: title }, h('strong', {}, title), ` ${text}`),
      ),
    ),
  ];
}
