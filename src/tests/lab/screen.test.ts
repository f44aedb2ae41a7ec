import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { type ScreenFacts, screen } from '../../lab/screen.ts';

const facts: ScreenFacts = {
  labUrl: 'http://127.0.0.1:65535/?token=0123456789abcdef01234567',
  labName: 'JupyterLab',
  classroomUrl: 'http://127.0.0.1:8787',
  live: 'reachable',
  liveWanted: false,
  log: '.airlab/logs/start-2026-11-24T09-00-00.log',
  afterMs: 2_340,
};

test('screen :: all well :: addresses, data, next command', () => {
  assert.is(
    screen(facts),
    `
airlab is ready  (2.3 s)

  JupyterLab      http://127.0.0.1:65535/?token=0123456789abcdef01234567
  Classroom API   http://127.0.0.1:8787
  Data            simulated by airlab, and labelled so
  Open-Meteo      live: it answers; notebooks use it with AIRLAB_LIVE=1
  Log             .airlab/logs/start-2026-11-24T09-00-00.log

  Next            in Jupyter open a terminal (File > New > Terminal) and type
                  grade start exercise-pm25
  Stop            Ctrl-C in this window ends all of it
`,
  );
});

const states: readonly [string, Partial<ScreenFacts>, RegExp][] = [
  ['offline', { live: 'unreachable' }, /Open-Meteo +offline: no answer/],
  ['--offline', { live: 'not asked' }, /Open-Meteo +not asked \(--offline\)/],
  ['AIRLAB_LIVE=1', { liveWanted: true }, /Data +live, from Open-Meteo \(AIRLAB_LIVE=1\)/],
  ['no classroom API', { classroomUrl: undefined }, /Data +live, from Open-Meteo/],
  ['Jupyter Notebook', { labName: 'Notebook' }, /\n {2}Notebook +http/],
  ['no Jupyter', { labUrl: undefined }, /^\nairlab is ready, without Jupyter .*[\s\S]*npx grade start/],
];
for (const [name, change, expected] of states)
  test(`screen :: ${name}`, () => {
    const text = screen({ ...facts, ...change });
    assert.match(text, expected);
    for (const line of text.split('\n')) assert.ok(line.length <= 80, line);
  });

test.run();
