/** @import { ConsoleView, MistakeNames, Task } from '../contract.ts' */
/** @import { Link } from '../live/follow.js' */
/** @import { Moment } from '../race/moment.js' */
/** @import { Choice } from './room-rows.js' */
/** @import { Question } from './dialogs.js' */
import { ask, Refused } from '../live/api.js';
import { follow } from '../live/follow.js';
import { ServerClock } from '../live/server-clock.js';
import { announcer } from '../look/announcer.js';
import { h, render } from '../look/preact.js';
import { announcements } from '../race/announcements.js';
import { momentOf } from '../race/moment.js';
import { Alerts } from './alerts.js';
import { Dialogs } from './dialogs.js';
import { Head } from './head.js';
import { listenToKeys } from './keys.js';
import { Login } from './login.js';
import { Main } from './main.js';

const TICK_MS = 250;
const RETRY_MS = 3_000;

/** @typedef {{ message: string, hint: string }} Trouble */

/**
 * What every part of the console is given.
 * @typedef {{
 *   view: ConsoleView,
 *   link: Link,
 *   moment: Moment,
 *   nowMs: number,
 *   task: Task | undefined,
 *   names: MistakeNames,
 *   choice: Choice,
 *   question: Question | undefined,
 *   trouble: Trouble | undefined,
 *   set: (change: Partial<State>) => void,
 *   act: (action: string, fields?: object) => Promise<void>,
 * }} Shown
 */

/**
 * @typedef {{
 *   view: ConsoleView | undefined,
 *   link: Link,
 *   moment: Moment | undefined,
 *   task: Task | undefined,
 *   names: MistakeNames,
 *   choice: Choice,
 *   question: Question | undefined,
 *   trouble: Trouble | undefined,
 * }} State
 */

const clock = new ServerClock();
const announce = announcer(document.querySelector('#spoken'));

/** @type {State} */
const state = {
  view: undefined,
  link: 'connecting',
  moment: undefined,
  task: undefined,
  names: {},
  choice: { column: 'place', isDown: false, text: '', kind: 'all' },
  question: undefined,
  trouble: undefined,
};

const part = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));

/** @returns {Shown | undefined} */
function shown() {
  const { view, ...rest } = state;
  if (!view) return undefined;
  const { nowMs } = clock;
  return { ...rest, view, nowMs, moment: momentOf(view, nowMs), set, act };
}

/** @param {Partial<State>} change */
function set(change) {
  Object.assign(state, change);
  draw();
}

function draw() {
  const now = shown();
  if (!now) return;
  tick();
  render(h(Alerts, now), part('alerts'));
  render(h(Main, now), part('main'));
  render(h(Dialogs, now), part('dialogs'));
}

/** The clock alone; a new phase draws everything. */
function tick() {
  const now = shown();
  if (!now) return;
  const before = state.moment;
  state.moment = now.moment;
  document.body.dataset.phase = now.moment.phase;
  announce(announcements(before, now.moment));
  render(h(Head, now), part('head'));
  if (before && before.phase !== now.moment.phase) draw();
}

/**
 * @param {string} action
 * @param {object} [fields]
 */
async function act(action, fields = {}) {
  try {
    await ask('/api/console/do', { json: { action, ...fields } });
    set({ trouble: undefined });
  } catch (error) {
    const unreached = { message: 'The server was not reached.', hint: 'Nothing has changed. Try again.' };
    set({ trouble: error instanceof Refused ? { message: error.message, hint: error.hint } : unreached });
  }
}

/**
 * @param {string} path
 * @param {(answer: any) => Partial<State>} changeOf
 */
function load(path, changeOf) {
  ask(path).then(
    (answer) => set(changeOf(answer)),
    () => setTimeout(load, RETRY_MS, path, changeOf),
  );
}

function begin() {
  render(null, part('main'));
  load('/api/task', (task) => ({ task }));
  load('/api/mistakes', (names) => ({ names }));
  follow('/api/console/events', {
    clock,
    onView: (view) => set({ view }),
    onLink: (link) => set({ link }),
  });
  listenToKeys(shown);
  setInterval(tick, TICK_MS);
}

/** The secret stands behind the # of the address, which no server is sent; it becomes a cookie, and is taken away. */
async function enter(/** @type {string} */ secret) {
  if (secret !== '') await ask('/api/console/session', { json: { secret } });
  await ask('/api/console');
}

async function open() {
  const secret = location.hash.slice(1);
  history.replaceState(null, '', location.pathname);
  try {
    await enter(secret);
    begin();
  } catch (error) {
    const isAsked = error instanceof Refused && error.status === 401;
    if (!isAsked) setTimeout(() => location.reload(), RETRY_MS);
    const login = {
      isAsked,
      hasTried: secret !== '',
      onSecret: (/** @type {string} */ given) => enter(given).then(begin),
    };
    render(h(Login, login), part('main'));
  }
}

void open().finally(() => document.getElementById('wait')?.remove());
