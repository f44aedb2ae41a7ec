/** @import { PersonRow } from '../../viewer.ts' */
/** @import { Shown } from './console.js' */
import { h } from '../look/preact.js';
import { counted } from '../race/clock-text.js';
import { paceText } from './room-rows.js';

const FACTORS = [1, 1.25, 1.5, 2];

/** What can be done for one person. @param {{ shown: Shown, person: string, close: () => void }} props */
export function Person({ shown, person, close }) {
  const row = shown.view.room.find((one) => one.person === person);
  if (!row) return h('p', {}, 'Nobody has this id any more.');
  const props = { row, shown, close };
  return h(
    'div',
    { class: 'person' },
    h('h2', { id: 'dialog-title' }, row.nick),
    h('p', { class: 'quiet' }, paceText(row) || 'the usual clock', ' · told to nobody else'),
    h(
      'div',
      { class: 'line' },
      h(
        'button',
        { type: 'button', onClick: () => void shown.act('extend', { person, minutes: 2 }) },
        '+ 2 minutes',
      ),
    ),
    h(Pace, props),
    h(Delay, props),
    h(Rename, props),
    row.late.length > 0 && h(Admit, props),
    h(
      'div',
      { class: 'line end' },
      !row.isKicked &&
        h(
          'button',
          { type: 'button', class: 'is-danger', onClick: () => shown.set({ question: removing(row) }) },
          'Remove …',
        ),
      h('button', { type: 'button', autofocus: true, onClick: close }, 'Close'),
    ),
  );
}

/** @typedef {{ row: PersonRow, shown: Shown, close: () => void }} Props */

/**
 * @param {PersonRow} row
 * @returns {Shown['question']}
 */
const removing = ({ person, nick }) => ({
  kind: 'sure',
  title: `Remove ${nick}?`,
  text: 'The person leaves the contest and the board, and cannot come back.',
  button: 'Remove',
  action: 'kick',
  fields: { person },
});

/** @param {Props} props */
function Pace({ row, shown, close }) {
  return h(
    'form',
    {
      class: 'line',
      onSubmit: sender(close, (data) =>
        shown.act('pace', {
          person: row.person,
          factor: number(data, 'factor'),
          minutes: number(data, 'minutes'),
        }),
      ),
    },
    h('label', { for: 'factor' }, 'Time'),
    h(
      'select',
      { id: 'factor', name: 'factor' },
      FACTORS.map((factor) =>
        h('option', { value: factor, key: factor, selected: factor === row.factor }, `× ${factor}`),
      ),
    ),
    h('label', { for: 'minutes' }, 'and minutes'),
    h('input', {
      id: 'minutes',
      name: 'minutes',
      type: 'number',
      min: 0,
      max: 240,
      step: 1,
      defaultValue: String(row.extraMs / 60_000),
    }),
    h('button', {}, 'Give extra time'),
  );
}

/** @param {Props} props */
function Delay({ row, shown, close }) {
  return h(
    'form',
    {
      class: 'line',
      onSubmit: sender(close, (data) =>
        shown.act('delay', { person: row.person, minutes: number(data, 'delay') }),
      ),
    },
    h('label', { for: 'delay' }, 'Our fault: move the clock by minutes'),
    h('input', { id: 'delay', name: 'delay', type: 'number', min: 1, max: 240, step: 1, defaultValue: '2' }),
    h('button', {}, 'Delay'),
  );
}

/** @param {Props} props */
function Rename({ row, shown, close }) {
  return h(
    'form',
    {
      class: 'line',
      onSubmit: sender(close, (data) =>
        shown.act('rename', { person: row.person, nick: String(data.get('nick')).trim() }),
      ),
    },
    h('label', { for: 'nick' }, 'Nickname'),
    h('input', {
      id: 'nick',
      name: 'nick',
      maxlength: 40,
      required: true,
      autocomplete: 'off',
      defaultValue: row.nick,
    }),
    h('button', {}, 'Rename'),
  );
}

/** @param {Props} props */
function Admit({ row, shown, close }) {
  const admit = async () => {
    close();
    for (const submission of row.late) await shown.act('admit', { submission });
  };
  return h(
    'p',
    { class: 'line' },
    `${counted(row.late.length, 'answer')} came after the bell. `,
    h('button', { type: 'button', onClick: admit }, 'Count them'),
  );
}

/**
 * @param {() => void} close
 * @param {(data: FormData) => Promise<void>} act
 * @returns {(event: SubmitEvent) => void}
 */
const sender = (close, act) => (event) => {
  event.preventDefault();
  const data = new FormData(/** @type {HTMLFormElement} */ (event.currentTarget));
  close();
  void act(data);
};

/**
 * @param {FormData} data
 * @param {string} name
 */
const number = (data, name) => Number(data.get(name));
