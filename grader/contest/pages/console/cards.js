/** @import { RegradeView } from '../contract.ts' */
/** @import { Move } from '../../regrade.ts' */
/** @import { Shown } from './console.js' */
import { h } from '../look/preact.js';
import { counted, momentText, secondsText } from '../race/clock-text.js';
import { HASH_LENGTH, mistakeText } from '../race/words.js';
import { stuckOn } from './room-rows.js';

/** @type {readonly { kind: string, says: string }[]} */
const EXPORTS = [
  { kind: 'csv', says: 'CSV' },
  { kind: 'json', says: 'JSON' },
  { kind: 'moodle', says: 'Moodle' },
  { kind: 'canvas', says: 'Canvas' },
  { kind: 'report', says: 'Report (HTML)' },
  { kind: 'journal', says: 'Signed journal' },
];

/** Who is stuck, and on what: names stand only here. @param {Shown} props */
export function Stuck({ view, names }) {
  const found = stuckOn(view.room);
  return h(
    'section',
    { class: 'card', 'aria-labelledby': 'stuck-title' },
    h('h2', { id: 'stuck-title' }, 'Stuck on'),
    found.length === 0
      ? h('p', { class: 'quiet' }, 'Nobody has met a named mistake in the newest version.')
      : h(
          'dl',
          { class: 'pairs' },
          found.flatMap(({ id, nicks }) => [
            h('dt', { key: id }, h('strong', {}, `${nicks.length} ×`), ' ', mistakeText(id, names)),
            h('dd', { key: `${id} nicks` }, nicks.join(', ')),
          ]),
        ),
  );
}

/** Queue, workers, walls and data. @param {Shown} props */
export function Machine({ view }) {
  const { waiting, workers, sandbox, upstream } = view;
  return h(
    'section',
    { class: 'card', 'aria-labelledby': 'machine-title' },
    h('h2', { id: 'machine-title' }, 'Machine'),
    h(
      'dl',
      { class: 'pairs' },
      h('dt', {}, 'Queue'),
      h('dd', {}, waiting === 0 ? 'empty' : `${counted(waiting, 'answer')} waiting`),
      h('dt', {}, 'Workers'),
      h(
        'dd',
        {},
        workers.length === 0
          ? 'none'
          : workers.map(({ name, state, graded }) =>
              h('div', { key: name }, `${name}: ${state}, ${graded} graded`),
            ),
      ),
      h('dt', {}, 'Sandbox'),
      h(
        'dd',
        {},
        sandbox.layers.join(', '),
        sandbox.warning !== undefined && h('strong', { class: 'bad' }, ` ! ${sandbox.warning}`),
      ),
      h('dt', {}, 'Data'),
      h(
        'dd',
        {},
        upstream.label,
        upstream.warning !== undefined && h('strong', { class: 'bad' }, ` ! ${upstream.warning}`),
      ),
      h('dt', {}, 'Snapshot'),
      h('dd', {}, h('code', {}, view.settings.snapshotSha256.slice(0, HASH_LENGTH))),
    ),
  );
}

/** @param {Shown} _props */
export function Exports(_props) {
  return h(
    'section',
    { class: 'card', 'aria-labelledby': 'exports-title' },
    h('h2', { id: 'exports-title' }, 'Exports'),
    h(
      'p',
      { class: 'line' },
      EXPORTS.map(({ kind, says }) =>
        h('a', { key: kind, class: 'button', href: `/api/console/export/${kind}`, download: '' }, says),
      ),
    ),
  );
}

/** What a regrade would change, before anybody decides. @param {Shown} shown */
export function Regrades({ view, act, set }) {
  const { regrades, regrading } = view;
  const isRunning = regrading !== undefined && regrading.failed === undefined;
  if (regrades.length === 0 && !isRunning) return null;
  return h(
    'section',
    { class: 'card', 'aria-labelledby': 'regrade-title' },
    h('h2', { id: 'regrade-title' }, 'Regrade'),
    isRunning && [
      h('p', { role: 'status' }, `${regrading.graded} of ${regrading.of} graded again`),
      h('progress', {
        max: Math.max(1, regrading.of),
        value: regrading.graded,
        'aria-label': 'Graded again',
      }),
    ],
    [...regrades].reverse().map((regrade) => h(Regrade, { key: regrade.regrade, regrade, act, set })),
  );
}

/** @param {{ regrade: RegradeView, act: Shown['act'], set: Shown['set'] }} props */
function Regrade({ regrade: { regrade, atMs, state, moves }, act, set }) {
  if (state !== 'proposed') return h('p', { class: 'quiet' }, `${momentText(atMs)}: ${state}`);
  const apply = () =>
    set({
      question: {
        kind: 'sure',
        title: 'Apply the regrade?',
        text: `${counted(moves.length, 'row')} of the results change, as listed.`,
        button: 'Apply',
        action: 'apply',
        fields: { regrade },
      },
    });
  return [
    h(
      'p',
      {},
      `${momentText(atMs)}: `,
      moves.length === 0 ? 'nothing would change.' : `${counted(moves.length, 'row')} would change:`,
    ),
    moves.length > 0 && h(Moves, { moves }),
    h(
      'div',
      { class: 'line' },
      h('button', { type: 'button', class: 'is-main', onClick: apply }, 'Apply …'),
      h('button', { type: 'button', onClick: () => void act('drop', { regrade }) }, 'Drop it'),
    ),
  ];
}

/** @param {{ moves: readonly Move[] }} props */
function Moves({ moves }) {
  return h(
    'div',
    { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'What the regrade would change' },
    h(
      'table',
      { class: 'moves' },
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          ['Who', 'Place', 'Points', 'Time', 'Why'].map((title) =>
            h('th', { scope: 'col', key: title }, title),
          ),
        ),
      ),
      h(
        'tbody',
        {},
        moves.map(({ person, nick, from, to, why }) =>
          h(
            'tr',
            { key: person },
            h('th', { scope: 'row' }, nick),
            h('td', {}, changed(from.place, to.place)),
            h('td', {}, changed(from.points, to.points)),
            h('td', {}, changed(timeText(from.timeS), timeText(to.timeS))),
            h('td', {}, why.length === 0 ? 'others moved' : why.join('; ')),
          ),
        ),
      ),
    ),
  );
}

const timeText = (/** @type {number | undefined} */ seconds) =>
  seconds === undefined ? '–' : secondsText(seconds);

/**
 * @param {number | string} from
 * @param {number | string} to
 */
const changed = (from, to) => (from === to ? String(to) : `${from} → ${to}`);
