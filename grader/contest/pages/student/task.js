/** @import { Shown } from './student.js' */
import { h } from '../look/preact.js';

/** What there is to do, and the file to begin with. @param {Shown} props */
export function TaskCard({ task, invitation, view }) {
  if (!task)
    return h('section', { class: 'card' }, h('p', { class: 'quiet' }, 'The task comes in a moment.'));
  const { exercise, title, text, parts, points, starter } = task;
  return h(
    'section',
    { class: 'card', 'aria-labelledby': 'task-title' },
    h('h2', { id: 'task-title' }, 'The task'),
    h('p', {}, h('strong', {}, title)),
    h('p', { class: 'story' }, text ?? storyOf(starter.ts)),
    h(
      'ol',
      {},
      parts.map((part) => h('li', { key: part.id }, part.title)),
    ),
    h(
      'p',
      { class: 'quiet' },
      `${points.all} points: ${points.visible} are shown at once, the rest at the end, on changed data.`,
    ),
    starter.ts !== '' &&
      h(
        'p',
        { class: 'line' },
        h(
          'button',
          { type: 'button', onClick: () => download(`${exercise}.ts`, starter.ts) },
          `Download ${exercise}.ts`,
        ),
        h('a', { class: 'button', href: '/board', target: '_blank' }, 'The board'),
      ),
    h(
      'details',
      {},
      h('summary', {}, 'Read the starter'),
      h('pre', { tabindex: 0 }, h('code', {}, starter.ts)),
    ),
    invitation &&
      h(
        'p',
        { class: 'quiet' },
        `Data: ${invitation.data}; snapshot ${view.settings.snapshotSha256.slice(0, 12)}`,
      ),
  );
}

/** The comment that a starter begins with. @param {string} source */
function storyOf(source) {
  const [comment = ''] = /^(?:\/\/.*\n)+/.exec(source) ?? [];
  return comment.replaceAll(/^\/\/ ?/gm, '').trim();
}

/**
 * @param {string} name
 * @param {string} text
 */
function download(name, text) {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
