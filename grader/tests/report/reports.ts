import type { Finding } from '../../exercise.ts';
import type { Report, Row } from '../../report/report.ts';

const HOUR_MS = 3_600_000;
const SHA = 'a3'.repeat(32);
const FIRST_HOUR = Date.UTC(2026, 10, 21, 9);

const PARTS = [
  { id: 'hourly', title: 'The last 72 full hours', export: 'hourlyPm25' },
  { id: 'compare', title: 'The comparison', export: 'compareCities' },
  { id: 'show', title: 'The same for people', export: 'showCities' },
] as const;

const TRIALS: readonly (Pick<Row, 'trial' | 'tier' | 'title' | 'worth'> & { parts: readonly string[] })[] = [
  {
    trial: 'as-is',
    tier: 'visible',
    title: 'The data as it is',
    worth: 10,
    parts: ['hourly', 'compare', 'show'],
  },
  { trial: 'values', tier: 'hidden', title: 'Changed values', worth: 8, parts: ['hourly', 'compare'] },
  { trial: 'day', tier: 'hidden', title: 'Another day', worth: 8, parts: ['hourly', 'compare'] },
  { trial: 'cities', tier: 'hidden', title: 'Cities swapped', worth: 5, parts: ['compare', 'show'] },
  { trial: 'nulls', tier: 'hidden', title: 'Hours without a value', worth: 4, parts: ['hourly', 'compare'] },
  { trial: '429', tier: 'robust', title: 'Too many requests, once', worth: 5, parts: ['hourly'] },
  { trial: '503', tier: 'robust', title: 'Service down, once', worth: 5, parts: ['hourly'] },
  { trial: 'hang', tier: 'robust', title: 'No answer for a minute', worth: 5, parts: ['hourly'] },
  { trial: 'cut', tier: 'robust', title: 'The answer ends in the middle', worth: 5, parts: ['hourly'] },
];

/** A row for every part of every trial; `edit` changes those that are not simply passed. */
function rows(edit: (row: Row) => Row): Row[] {
  return TRIALS.flatMap(({ parts, ...trial }) =>
    parts.map((part) => edit({ part, ...trial, outcome: 'passed', points: trial.worth })),
  );
}

const failed = (row: Row, finding: Finding): Row => ({ ...row, outcome: 'failed', points: 0, finding });
const unchecked = (row: Row, why: string): Row => ({ ...row, outcome: 'unchecked', points: 0, why });
const hours = Array.from({ length: 72 }, (_, index) =>
  new Date(FIRST_HOUR + index * HOUR_MS).toISOString().replace(':00.000', ''),
);
const air = hours.map(
  (_, index) => Math.round(80 + 60 * Math.sin(index / 7) + 20 * Math.sin(index * 1.7)) / 10,
);

const LOCAL_TIME: Finding = {
  says: 'differs from 2026-11-23T22:00Z on: expected 8.3 µg/m³, got 8.8 µg/m³',
  mistake: { id: 'local-as-utc', says: 'reading local time as UTC' },
  expected: '72 readings, the newest 2026-11-24T08:00Z',
  actual: '72 readings, the newest 2026-11-24T09:00Z',
  series: {
    hours,
    expected: air.map((value, index) => (index === 40 ? null : value)),
    actual: air.map((value, index) =>
      index < 61 ? (index === 40 ? null : value) : (air[index - 1] ?? null),
    ),
    partAt: 61,
    unit: 'µg/m³',
  },
};

function report(parts: Pick<Report, 'verdict' | 'rows' | 'next'> & Partial<Report>): Report {
  return {
    format: 'airlab-report-1',
    exercise: { name: 'exercise-pm25', title: 'Fine dust where you live' },
    answer: { path: 'exercises/exercise-pm25.ts', sha256: SHA },
    points: parts.rows.reduce((sum, { points }) => sum + points, 0),
    worth: 100,
    parts: PARTS,
    data: {
      kind: 'open-meteo',
      label: 'Open-Meteo snapshot of 2026-11-24T09:00Z',
      takenAt: '2026-11-24T09:00:12.000Z',
      sha256: SHA,
      licence: 'Open-Meteo.com, CC BY 4.0; CAMS ENSEMBLE data, Copernicus Atmosphere Monitoring Service',
    },
    advice: [],
    output: '',
    sandbox: { layers: ['bubblewrap', 'prlimit', 'node permissions', 'network lock', 'watchdog'] },
    seed: 1,
    tookMs: 640,
    gradedAt: '2026-11-24T09:02:00.000Z',
    ...parts,
  };
}

/** Realistic reports for the tests of every face. */
export const reports: Readonly<Record<string, Report>> = {
  passed: report({
    verdict: 'passed',
    rows: rows((row) => row),
    next: 'All done. Compare with the model: grade solution exercise-pm25',
    clock: { startedAt: '2026-11-24T08:52:00.000Z', endsAt: '2026-11-24T09:07:00.000Z' },
  }),
  'not-yet': report({
    verdict: 'not yet',
    rows: rows((row) => {
      if (row.tier === 'visible' && row.part === 'hourly') return failed(row, LOCAL_TIME);
      if (row.tier === 'visible' && row.part === 'compare')
        return failed(row, {
          says: 'Roskilde: hoursAbove15 is 9, expected 8',
          expected: 'mean24 8.2  max 16.1  hoursAbove15 8  share 0.9861',
          actual: 'mean24 8.2  max 16.1  hoursAbove15 9  share 0.9861',
        });
      if (row.tier === 'visible') return row;
      return unchecked(row, 'not run: the visible data comes first');
    }),
    next: 'Correct hourlyPm25, save, and run grade exercise-pm25 again.',
    advice: ['Your answer sent 2 requests for 2 cities; one request can name several places.'],
    output: Array.from({ length: 30 }, (_, index) => `asking for hour ${index}`).join('\n'),
  }),
  'hard-coded': report({
    verdict: 'not yet',
    rows: rows((row) => {
      if (row.tier === 'visible') return { ...row, points: 0 };
      const mistake = { id: 'frozen', says: 'numbers that do not follow from the data' };
      return failed(row, { says: 'differs on changed data', mistake });
    }),
    next: 'Find out why hourlyPm25 differs: grade replay exercise-pm25 values',
    data: {
      kind: 'simulated',
      label: 'simulated, seed 1',
      takenAt: '2026-11-24T09:00:00.000Z',
      sha256: SHA,
      licence: 'Simulated by airlab; not Open-Meteo data.',
      notice: 'SIMULATED data, not a measurement: Open-Meteo did not answer.',
    },
    clock: { startedAt: '2026-11-24T08:40:00.000Z', endsAt: '2026-11-24T08:55:00.000Z' },
  }),
  robust: report({
    verdict: 'not yet',
    rows: rows((row) => {
      if (row.trial === 'nulls' && row.part === 'compare')
        return failed(row, {
          says: 'differs on changed data',
          mistake: { id: 'null-as-zero', says: 'counting a gap as 0 µg/m³' },
        });
      if (row.trial === 'hang') return failed(row, { says: 'gave up: no answer, and no time limit was set' });
      if (row.trial === '429')
        return failed(row, { says: 'the second request came too early; Retry-After asked for 20 s' });
      return row;
    }),
    next: 'Find out why compareCities differs: grade replay exercise-pm25 nulls',
  }),
  'could-not-check': report({
    verdict: 'could not check',
    rows: rows((row) => unchecked(row, 'the sandbox was ended by the system (SIGKILL)')),
    next: 'Try again when the cause named above is gone. This is not your fault.',
    trouble: {
      whose: 'ours',
      says: 'The sandbox was ended by the system (SIGKILL), twice.',
      hint: 'Free some memory and grade again; grade doctor shows what is left.',
    },
    sandbox: {
      layers: ['node permissions', 'watchdog'],
      warning: 'Without bubblewrap an answer could read your files: grade only code that you trust.',
    },
  }),
  hostile: report({
    verdict: 'not yet',
    answer: { path: 'exercises/練習.ts', sha256: SHA },
    rows: rows((row) =>
      failed(row, {
        says: `threw RangeError: ${'very'.repeat(40)}long 北京的空气质量不好 \u001b[2J]]> <script>alert("1")</script> & \u0000`,
        expected: '北京 '.repeat(30),
        actual: '<img src=x onerror=alert(1)>\nsecond line',
        series: {
          hours: ['<b>'],
          expected: [1, null],
          actual: [Number.MAX_SAFE_INTEGER],
          partAt: 0,
          unit: '"µg"',
        },
      }),
    ),
    next: 'Correct hourlyPm25, save, and run grade exercise-pm25 again.',
    output: '\u001b]0;title\u0007\ud800 \u202eright to left </pre><script>alert(2)</script>\r\u0008done',
    advice: ['x'.repeat(300)],
  }),
};
