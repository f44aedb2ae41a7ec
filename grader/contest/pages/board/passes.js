/** @import { Shown } from './board.js' */
import { PassesChart } from '../look/chart.js';
import { Component, h } from '../look/preact.js';
import { passesNow, passesRows } from '../race/passes-rows.js';

/** Passes of each check over time: a chart, and the same as a table. @extends {Component<Shown>} */
export class Passes extends Component {
  /** @type {PassesChart | undefined} */
  chart;

  /** @override */
  componentDidMount() {
    this.chart = new PassesChart(/** @type {HTMLElement} */ (document.querySelector('#passes-chart')));
    this.componentDidUpdate();
  }

  /** @override */
  componentDidUpdate() {
    const { view, moment, task } = this.props;
    const { settings } = view;
    const minutes = moment.lengthMs / 60_000;
    const isFrozen = moment.phase !== 'race';
    const stepsMs =
      Math.max(0, ...view.passes.checks.map(({ people }) => people.length)) * view.passes.stepMs;
    const elapsedMs = isFrozen ? Math.min(stepsMs, moment.elapsedMs ?? 0) : toStep(moment.elapsedMs ?? 0);
    this.chart?.show(passesRows(view.passes, { elapsedMs, task }), {
      minutes,
      freezeMinute: minutes - settings.freezeMinutes,
      people: Math.max(...passesNow(view.passes, task).map(({ people }) => people), 0),
    });
  }

  /** @override */
  render() {
    const { view, task } = this.props;
    const rows = passesNow(view.passes, task);
    return h(
      'section',
      { class: 'card passes', 'aria-labelledby': 'passes-title' },
      h('h2', { id: 'passes-title' }, 'People who passed, by minute'),
      h('div', {
        id: 'passes-chart',
        class: 'chart',
        role: 'img',
        'aria-label':
          'People who passed each visible check, over the minutes of the race. The table has the newest numbers.',
      }),
      h(
        'table',
        { class: 'legend' },
        h('caption', { class: 'spoken' }, 'People who have passed each visible check'),
        h(
          'thead',
          { class: 'spoken' },
          h('tr', {}, h('th', { scope: 'col' }, 'Check'), h('th', { scope: 'col' }, 'People')),
        ),
        h(
          'tbody',
          {},
          rows.map(({ title, people }, index) =>
            h(
              'tr',
              { key: title },
              h(
                'th',
                { scope: 'row' },
                h('span', { class: `swatch is-${index}`, 'aria-hidden': 'true' }),
                title,
              ),
              h('td', {}, people),
            ),
          ),
        ),
      ),
    );
  }
}

/** The line grows every few seconds, not with every look at the clock. @param {number} ms */
const toStep = (ms) => Math.floor(ms / 5_000) * 5_000;
