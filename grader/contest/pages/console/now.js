/** @import { Shown } from './console.js' */
import { h } from '../look/preact.js';
import { counted } from '../race/clock-text.js';
import { nextPlaces } from './keys.js';

const COUNTDOWNS_S = [5, 10, 30, 60];

/** What can be done now. @param {Shown} shown */
export function Now(shown) {
  return h(
    'section',
    { class: 'card now', 'aria-labelledby': 'now-title' },
    h('h2', { id: 'now-title' }, 'Now'),
    h(steps[shown.moment.phase], shown),
  );
}

/** @param {Shown} props */
function Lobby({ view, act }) {
  const start = (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.currentTarget);
    void act('start', { inS: Number(new FormData(form).get('inS')) });
  };
  const [url, ...others] = view.joinUrls;
  return [
    h(
      'p',
      { class: 'big' },
      h('strong', {}, counted(view.people, 'person', 'people')),
      ` in, ${view.checkers} ready`,
    ),
    h('p', {}, 'Join: ', h('strong', { class: 'break' }, url), ' · code ', h('strong', {}, view.code)),
    others.length > 0 && h('p', { class: 'quiet break' }, `Also at ${others.join(', ')}`),
    h('p', {}, h('a', { href: '/assets/join.svg', target: '_blank' }, 'QR code')),
    h(
      'form',
      { class: 'line', onSubmit: start },
      h('label', { for: 'inS' }, 'Countdown'),
      h(
        'select',
        { id: 'inS', name: 'inS' },
        COUNTDOWNS_S.map((seconds) =>
          h('option', { value: seconds, selected: seconds === 10 }, `${seconds} s`),
        ),
      ),
      h('button', { class: 'is-main' }, 'Start the race'),
    ),
  ];
}

/** @param {Shown} shown */
function Countdown(shown) {
  return [
    h('p', {}, 'The race starts by itself. A new countdown replaces this one.'),
    h(
      'div',
      { class: 'line' },
      h(
        'button',
        { type: 'button', onClick: () => void shown.act('start', { inS: 60 }) },
        'Wait one more minute',
      ),
    ),
  ];
}

/** @param {Shown} props */
function Running({ moment, act, set }) {
  const pause = moment.isPaused ? 'continue' : 'pause';
  return [
    h(
      'div',
      { class: 'line' },
      h(
        'button',
        { type: 'button', class: 'is-main', onClick: () => void act(pause) },
        moment.isPaused ? 'Continue' : 'Pause',
      ),
      h(
        'button',
        { type: 'button', onClick: () => void act('extend', { minutes: 2 }) },
        '+ 2 minutes for all',
      ),
      h('button', { type: 'button', onClick: () => set({ question: { kind: 'cut' } }) }, 'Cut out …'),
      h(
        'button',
        { type: 'button', class: 'is-danger', onClick: () => set({ question: ending }) },
        'End the race …',
      ),
    ),
    h(
      'p',
      { class: 'quiet' },
      'Pause while something is broken; cut out what is over. The end moves for everyone.',
    ),
  ];
}

/** @type {Shown['question']} */
const ending = {
  kind: 'sure',
  title: 'End the race for everyone?',
  text: 'Every clock stops now, extra time included. Answers in the queue are still graded.',
  button: 'End the race',
  action: 'end',
  fields: {},
};

/** @param {Shown} props */
function Over({ view, act, set }) {
  const isGraded = view.waiting === 0;
  return [
    h(
      'p',
      { class: 'big' },
      isGraded ? 'All answers are graded.' : `${counted(view.waiting, 'answer')} still to grade.`,
    ),
    h(
      'p',
      { class: 'quiet' },
      'First regrade if a check was wrong, and admit late answers; then tell the results.',
    ),
    h(
      'div',
      { class: 'line' },
      h(
        'button',
        {
          type: 'button',
          onClick: () => void act('regrade'),
          disabled: view.regrading !== undefined && view.regrading.failed === undefined,
        },
        'Regrade',
      ),
      h(
        'button',
        { type: 'button', onClick: () => void act('extend', { minutes: 2 }) },
        '+ 2 minutes for all',
      ),
      h(
        'button',
        { type: 'button', class: 'is-main', onClick: () => set({ question: telling(view.reveal.of) }) },
        'Tell the results …',
      ),
    ),
  ];
}

/**
 * @param {number} places
 * @returns {Shown['question']}
 */
const telling = (places) => ({
  kind: 'sure',
  title: 'Tell the results?',
  text: `The board shows the last of ${counted(places, 'place')}, and then one more with every Space or →. What was told stays told.`,
  button: 'Tell the first one',
  action: 'reveal',
  fields: { places: 1 },
});

/** @param {Shown} props */
function Reveal({ view, act, set }) {
  const next = nextPlaces(view);
  return [
    h('p', { class: 'big', role: 'status' }, `${view.reveal.told} of ${view.reveal.of} told`),
    h(
      'div',
      { class: 'line' },
      next !== undefined &&
        h(
          'button',
          { type: 'button', class: 'is-main', onClick: () => void act('reveal', { places: next }) },
          `Tell place ${view.reveal.of - view.reveal.told}`,
        ),
      h(
        'button',
        {
          type: 'button',
          class: next === undefined ? 'is-main' : '',
          onClick: () => set({ question: closing }),
        },
        'Close the contest …',
      ),
    ),
    h(
      'p',
      { class: 'quiet' },
      h('kbd', {}, 'Space'),
      ' or ',
      h('kbd', {}, '→'),
      ' tells the next place, from the last one up.',
    ),
  ];
}

/** @type {Shown['question']} */
const closing = {
  kind: 'sure',
  title: 'Close the contest?',
  text: 'The board becomes final, and everybody sees the hidden checks of the own answers.',
  button: 'Close the contest',
  action: 'close',
  fields: {},
};

function Closed() {
  return h(
    'p',
    {},
    'The contest is closed. The exports below hold everything; "grade compete" starts the next one.',
  );
}

const steps = {
  lobby: Lobby,
  countdown: Countdown,
  race: Running,
  freeze: Running,
  over: Over,
  reveal: Reveal,
  closed: Closed,
};
