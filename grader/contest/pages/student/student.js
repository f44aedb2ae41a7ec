/** @import { View } from '../../viewer.ts' */
/** @import { Task, Invitation } from '../contract.ts' */
/** @import { Link } from '../live/follow.js' */
/** @import { Moment } from '../race/moment.js' */
import { ask } from '../live/api.js';
import { follow } from '../live/follow.js';
import { ServerClock } from '../live/server-clock.js';
import { announcer } from '../look/announcer.js';
import { h, render } from '../look/preact.js';
import { announcements } from '../race/announcements.js';
import { clockText } from '../race/clock-text.js';
import { momentOf } from '../race/moment.js';
import { PHASES } from '../race/words.js';
import { Alerts, Head } from './frame.js';
import { Main } from './main.js';
import { Postman } from './postman.js';
import { safeStorage } from './storage.js';
import { verdicts } from './submission-text.js';

const TICK_MS = 250;
const SEND_MS = 1_000;
const RETRY_MS = 3_000;

/**
 * What every part of the page is given.
 * @typedef {{
 *   view: View,
 *   link: Link,
 *   moment: Moment,
 *   nowMs: number,
 *   task: Task | undefined,
 *   invitation: Invitation | undefined,
 *   postman: Postman,
 *   storage: ReturnType<typeof safeStorage>,
 *   comeIn: () => void,
 * }} Shown
 */

const clock = new ServerClock();
const storage = safeStorage();
const announce = announcer(document.querySelector('#spoken'));
const postman = new Postman({ clock, storage, isLinkUp: () => state.link === 'up', onChange: () => draw() });

const state = {
  /** @type {View | undefined} */ view: undefined,
  /** @type {Link} */ link: 'connecting',
  /** @type {Moment | undefined} */ moment: undefined,
  /** @type {Task | undefined} */ task: undefined,
  /** @type {Invitation | undefined} */ invitation: undefined,
};

const part = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));

function draw() {
  const { view, link, task, invitation } = state;
  if (!view) return;
  const { nowMs } = clock;
  const moment = momentOf(view, nowMs, view.own);
  announce(announcements(state.moment, moment));
  state.moment = moment;
  document.getElementById('wait')?.remove();
  document.body.dataset.phase = moment.phase;
  document.title = `${titleOf(moment)} · airlab`;
  const shown = { view, link, moment, nowMs, task, invitation, postman, storage, comeIn };
  render(h(Head, shown), part('head'));
  render(h(Alerts, shown), part('alerts'));
  render(h(Main, shown), part('main'));
}

/** The clock is in sight in other tabs, too. @param {Moment} moment */
function titleOf({ phase, remainingMs, isPaused }) {
  const isRunning = (phase === 'race' || phase === 'freeze') && !isPaused && remainingMs !== undefined;
  return isRunning ? `${clockText(remainingMs)} left` : isPaused ? 'Paused' : PHASES[phase];
}

/** @param {View} view */
function take(view) {
  announce(verdicts(state.view?.own, view.own, state.task));
  state.view = view;
  if (view.own) postman.startFor(view.own.person);
  draw();
}

/**
 * @param {string} path
 * @param {(answer: any) => void} keep
 */
function load(path, keep) {
  ask(path).then(
    (answer) => {
      keep(answer);
      draw();
    },
    () => setTimeout(load, RETRY_MS, path, keep),
  );
}

load('/api/task', (task) => {
  state.task = task;
});
load('/api/join', (invitation) => {
  state.invitation = invitation;
});
const following = follow('/api/events', {
  clock,
  onView: take,
  onLink: (link) => {
    state.link = link;
    if (link === 'up') void postman.send();
    draw();
  },
});

/** The stream begins anew, as the person that the cookie names now. */
function comeIn() {
  void following.open();
}

setInterval(draw, TICK_MS);
setInterval(() => void postman.send(), SEND_MS);
