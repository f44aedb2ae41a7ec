/** @import { View } from '../../viewer.ts' */
/** @import { Invitation, MistakeNames, Task } from '../contract.ts' */
/** @import { Link } from '../live/follow.js' */
/** @import { Moment } from '../race/moment.js' */
import { ask } from '../live/api.js';
import { follow } from '../live/follow.js';
import { ServerClock } from '../live/server-clock.js';
import { announcer } from '../look/announcer.js';
import { h, render } from '../look/preact.js';
import { announcements } from '../race/announcements.js';
import { momentOf } from '../race/moment.js';
import { Alerts } from './alerts.js';
import { Bell, ringsBetween } from './bell.js';
import { Foot, Head } from './frame.js';
import { told } from './reveal-text.js';
import { Stage } from './stage.js';

const TICK_MS = 200;
/** The names of parts and mistakes are asked for again until they are there. */
const RETRY_MS = 3_000;

/**
 * What the board shows now.
 * @typedef {{
 *   view: View,
 *   link: Link,
 *   moment: Moment,
 *   invitation: Invitation | undefined,
 *   task: Task | undefined,
 *   names: MistakeNames,
 * }} Shown
 */

const clock = new ServerClock();
const bell = new Bell();
const announce = announcer(document.querySelector('#spoken'));
const state = {
  /** @type {View | undefined} */ view: undefined,
  /** @type {Link} */ link: 'connecting',
  /** @type {Moment | undefined} */ moment: undefined,
  /** @type {Invitation | undefined} */ invitation: undefined,
  /** @type {Task | undefined} */ task: undefined,
  /** @type {MistakeNames} */ names: {},
};

const part = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));

function draw() {
  const { view, link, invitation, task, names } = state;
  if (!view) return;
  const moment = momentOf(view, clock.nowMs);
  announce(announcements(state.moment, moment));
  bell.ring(ringsBetween(state.moment, moment));
  state.moment = moment;
  document.getElementById('wait')?.remove();
  document.body.dataset.phase = moment.phase;
  const shown = { view, link, moment, invitation, task, names };
  render(h(Head, { ...shown, bell, draw }), part('head'));
  render(h(Alerts, { ...shown, nowMs: clock.nowMs }), part('alerts'));
  render(h(Stage, shown), part('main'));
  render(h(Foot, shown), part('foot'));
}

/**
 * @param {string} path
 * @param {(answer: any) => void} take
 */
function load(path, take) {
  ask(path).then(
    (answer) => {
      take(answer);
      draw();
    },
    () => setTimeout(load, RETRY_MS, path, take),
  );
}

load('/api/task', (task) => {
  state.task = task;
});
load('/api/mistakes', (names) => {
  state.names = names;
});
load('/api/join', (invitation) => {
  state.invitation = invitation;
});
follow('/api/events', {
  clock,
  onView: (view) => {
    announce(told(state.view, view));
    state.view = view;
    draw();
  },
  onLink: (link) => {
    state.link = link;
    draw();
  },
});
setInterval(draw, TICK_MS);
