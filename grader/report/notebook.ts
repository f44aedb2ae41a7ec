import type { Finding } from '../exercise.ts';
import { clockWords, dataWords } from './circumstances.ts';
import { markup } from './markup.ts';
import { picture, pictureWords } from './picture.ts';
import { hourAt, type Series, value } from './plot.ts';
import type { Report, Row } from './report.ts';
import { rowsByPart, summary } from './summary.ts';
import { type Moment, renderTerminal } from './terminal.ts';

/** What `grade NAME --notebook` prints, as one line of JSON. */
export interface NotebookReport {
  readonly text: string;
  readonly html: string;
  readonly exitCode: number;
}

/**
 * The report for a notebook. The HTML needs nothing else: plain tags, no script, and the plot as an `<img>`, because
 * JupyterLab removes inline SVG from notebooks that it does not trust.
 */
export function renderNotebook(report: Report, exitCode: number, moment: Moment): NotebookReport {
  const text = renderTerminal(report, { width: 80, colour: false, unicode: true }, moment);
  return { text, html: renderHtml(report, moment), exitCode };
}

/** What a notebook shows when there is no report. */
export function notebookFailure(message: string, hint: string, exitCode: number): NotebookReport {
  return {
    text: `${message}\n${hint}\n`,
    html: `<p><strong>${markup(message)}</strong><br>${markup(hint)}</p>`,
    exitCode,
  };
}

function renderHtml(report: Report, moment: Moment): string {
  return [
    `<div><p><strong>${markup(report.exercise.title)}</strong>: ${markup(report.verdict)}, ${report.points}/${report.worth} points</p>`,
    dataHtml(report),
    report.trouble ? `<p>${markup(report.trouble.says)} ${markup(report.trouble.hint)}</p>` : '',
    ...rowsByPart(report, 'visible').flatMap(({ part, rows }) => rows.map((row) => rowHtml(part, row))),
    countsHtml(report),
    nextHtml(report, moment),
    detailsHtml(report, moment),
    '</div>',
  ].join('');
}

function dataHtml(report: Report): string {
  const { text, loud } = dataWords(report);
  return loud ? `<p><strong>${markup(text)}</strong></p>` : `<p>${markup(text)}</p>`;
}

const MARKS = { passed: '✓ passed', failed: '✗ not yet', unchecked: '– not checked' } as const;

function rowHtml(part: Report['parts'][number], row: Row): string {
  const head = `<strong>${MARKS[row.outcome]}: <code>${markup(part.export)}</code></strong>, ${markup(part.title)}`;
  const says = row.outcome === 'failed' ? row.finding?.says : row.why;
  return `<p>${head}${says ? `<br>${markup(says)}` : ''}</p>${row.finding ? findingHtml(row.finding) : ''}`;
}

function findingHtml({ mistake, expected, actual, series }: Finding): string {
  return [
    mistake ? `<p>Consistent with <strong>${markup(mistake.says)}</strong>.</p>` : '',
    expected === undefined && actual === undefined
      ? ''
      : table(['expected', 'yours'], [[expected ?? '', actual ?? '']]),
    series ? seriesHtml(series) : '',
  ].join('');
}

function seriesHtml(series: Series): string {
  const source = `data:image/svg+xml;base64,${Buffer.from(picture(series)).toString('base64')}`;
  const first = Math.max(0, series.partAt - 2);
  const rows = [0, 1, 2, 3, 4]
    .map((offset) => first + offset)
    .filter((index) => index < Math.max(series.expected.length, series.actual.length))
    .map((index) => [hourAt(series, index), value(series.expected[index]), value(series.actual[index])]);
  return `<img src="${source}" alt="${markup(pictureWords(series))}">${table(['hour', 'expected', 'yours'], rows)}`;
}

function countsHtml(report: Report): string {
  const { visible, hidden, robust, heldBack } = summary(report);
  const tiers = [
    ['visible', visible],
    ['hidden', hidden],
    ['robust', robust],
  ] as const;
  const rows = tiers
    .filter(([, tier]) => tier.total > 0)
    .map(([name, tier]) => [
      name,
      `${tier.passed}/${tier.total}`,
      name === 'visible' ? '' : tier.reasons.join('; ') || (tier.unchecked ? tier.why : ''),
    ]);
  const held =
    heldBack > 0 ? `<p>${heldBack} points are held back until the answer follows changed data.</p>` : '';
  return table(['checks', 'passed', 'what is left'], rows) + held;
}

function nextHtml(report: Report, { nowMs }: Moment): string {
  const clock = clockWords(report, nowMs);
  return `<p><strong>Next:</strong> ${markup(report.next)}</p>${clock ? `<p>Time: ${markup(clock)}</p>` : ''}`;
}

function detailsHtml(report: Report, { notices = [] }: Moment): string {
  const { advice, output, data, sandbox, seed } = report;
  const lines = [
    ...advice,
    data.licence,
    `Sandbox: ${sandbox.layers.join(', ') || 'none'}`,
    ...(sandbox.warning ? [sandbox.warning] : []),
    `Seed ${seed}`,
    ...notices,
  ];
  const printed =
    output.trim() === ''
      ? ''
      : `<details><summary>Your answer printed</summary><pre>${markup(output.slice(0, 20_000))}</pre></details>`;
  return `${printed}<details><summary>About this grading</summary><ul>${lines.map((line) => `<li>${markup(line)}</li>`).join('')}</ul></details>`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (tag: 'th' | 'td', cells: readonly string[]): string =>
    `<tr>${cells.map((cell) => `<${tag} style="text-align: left">${markup(cell)}</${tag}>`).join('')}</tr>`;
  return `<table><thead>${line('th', head)}</thead><tbody>${rows.map((cells) => line('td', cells)).join('')}</tbody></table>`;
}
