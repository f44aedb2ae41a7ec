import { elapsedMs, lengthMs } from '../clock.ts';
import type { Contest } from '../contest.ts';
import { mistakeName } from '../mistake-names.ts';
import { standings } from '../rank.ts';
import { type Attempt, attempts, type Pass, passes } from './race.ts';
import { attemptsChart, lapseChart, passesChart } from './report-charts.ts';

/** Scripts of the packages that draw, as texts to put into the page. */
export interface Drawing {
  readonly vega: string;
  readonly vegaLite: string;
  readonly vegaEmbed: string;
}

/**
 * The race on one page that needs nothing else: standings, attempts, passes per check over time, a time-lapse, the
 * mistakes. Every chart has its numbers as a table beside it. Pure.
 *
 * @param titles what the checks are called, by id and in the order in which they are shown
 */
export function reportPage(
  contest: Contest,
  drawing: Drawing,
  titles: ReadonlyMap<string, string> = new Map(),
): string {
  const { exercise, minutes } = contest.settings;
  const made = attempts(contest);
  const passed = passes(made, titles);
  const charts = {
    attempts: attemptsChart(made, minutes),
    passes: passesChart(passed, minutes),
    lapse: lapseChart(contest),
  };
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(exercise)}: the race</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escaped(exercise)}: the race</h1>
<p>${contest.people.size} people, ${made.length} submissions, ${Math.round(lengthMs(contest) / 60_000)} minutes.
${startWords(contest)}</p>
<h2>Standings</h2>
${table(
  ['place', 'nick', 'points', 'time', 'penalties'],
  standings(contest, { scope: 'all' }).map(({ place, nick, points, timeS, penalties }) => [
    place,
    nick,
    points,
    timeS === undefined ? '' : clock(timeS),
    penalties,
  ]),
)}
<h2>Attempts</h2>
<p>Each point is a submission; the best one of each person counts.</p>
<div id="attempts" role="img" aria-label="Points of each submission by the minute in which it came"></div>
<details><summary>As a table</summary>${table(
    ['minute', 'nick', 'points', 'mistakes'],
    made.map(({ minute, nick, points, mistakes }) => [
      minute.toFixed(1),
      nick,
      points,
      mistakes.map(mistakeName).join(', '),
    ]),
  )}</details>
<h2>Passes</h2>
<p>How many people had passed each check by then.</p>
<div id="passes" role="img" aria-label="People who had passed each check, over time"></div>
<details><summary>As a table</summary>${passesTable(passed)}</details>
<h2>The race again</h2>
<p>Move the slider through the race.</p>
<div id="lapse" role="img" aria-label="Points of each person at the minute of the slider"></div>
<h2>Mistakes</h2>
${mistakesTable(made)}
<footer><p>${escaped(`Data: snapshot ${contest.settings.snapshotSha256.slice(0, 12)}. Seed committed as ${contest.settings.seedSha256.slice(0, 12)}.`)}</p></footer>
</main>
<script>${drawing.vega}</script>
<script>${drawing.vegaLite}</script>
<script>${drawing.vegaEmbed}</script>
<script>
for (const [id, spec] of Object.entries(${inScript(charts)}))
  vegaEmbed('#' + id, spec, { actions: { export: true, source: false, compiled: false, editor: false } });
</script>
</body>
</html>
`;
}

const STYLE = `:root{color-scheme:light dark}body{font:1.05rem/1.5 system-ui,sans-serif;margin:0}main{max-width:60rem;margin:0 auto;padding:1rem}
table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.25rem .6rem;border-bottom:1px solid #8886}td.number{font-variant-numeric:tabular-nums}
div[role=img]{overflow-x:auto;background:#fff;padding:.5rem;border-radius:.4rem}`;

function mistakesTable(made: readonly Attempt[]): string {
  const met = new Map<string, Set<string>>();
  for (const { person, mistakes } of made)
    for (const id of mistakes) met.set(id, (met.get(id) ?? new Set()).add(person));
  if (met.size === 0) return '<p>None of the known ones.</p>';
  const rows = [...met].map(([id, people]) => [mistakeName(id), people.size] as const);
  return table(
    ['mistake', 'people'],
    [...rows].sort((one, other) => other[1] - one[1]),
  );
}

function passesTable(passed: readonly Pass[]): string {
  const checks = [...new Set(passed.map(({ check }) => check))];
  return table(
    ['check', 'people', 'first after, minutes'],
    checks.map((check) => {
      const own = passed.filter((pass) => pass.check === check);
      return [check, own.length, own[0]?.minute.toFixed(1) ?? ''];
    }),
  );
}

function startWords(contest: Contest): string {
  const { startMs } = contest.clock;
  if (startMs === undefined) return 'It did not begin.';
  const ranMs = elapsedMs(contest, contest.endedMs ?? startMs) ?? 0;
  const ended = ranMs > 0 ? ` The instructor ended it after ${clock(ranMs / 1000)}.` : '';
  return `It began ${new Date(startMs).toISOString().slice(0, 16).replace('T', ' ')} UTC.${ended}`;
}

const clock = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const cell = (value: string | number): string =>
    typeof value === 'number' ? `<td class="number">${value}</td>` : `<td>${escaped(value)}</td>`;
  return `<table><thead><tr>${head.map((name) => `<th scope="col">${escaped(name)}</th>`).join('')}</tr></thead><tbody>${rows
    .map((row) => `<tr>${row.map(cell).join('')}</tr>`)
    .join('')}</tbody></table>`;
}

/** Names are whatever students typed. */
const escaped = (text: string): string => text.replace(/[&<>"']/g, (letter) => `&#${letter.codePointAt(0)};`);

/** JSON inside a script: nothing in it can end the script. */
const inScript = (value: unknown): string =>
  JSON.stringify(value).replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028');
