import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { ContestEvent } from '../../../contest/event.ts';
import { result } from '../story.ts';
import { openTab, startBrowser } from './browser.ts';
import { FakeServer, TASK } from './fake-server.ts';
import { type StoryPhase, story } from './story.ts';

const browser = await startBrowser();
const suited = suite('escaping');
const test = browser ? suited : suited.skip;
suited.after(async () => {
  await browser?.close();
  await FakeServer.stopAll();
});

const evil = (field: string): string =>
  `${field}<img src=x onerror="window.hacked='${field}'"><script>window.hacked='${field}'</script>"'\`&amp;{{}}`;

/** A server whose every text wants to be more than a text. */
async function evilServer(phase: StoryPhase): Promise<FakeServer> {
  const nicks = ['ann', 'bob', 'cyd'].map(evil);
  const server = await FakeServer.start(story(phase, Date.now(), nicks));
  server.task = {
    ...TASK,
    title: evil('title'),
    text: evil('story'),
    starter: { ts: evil('starter') },
    parts: TASK.parts.map(({ id }) => ({ id, title: evil(`part ${id}`) })),
    trials: TASK.trials.map((trial) => ({ ...trial, title: evil(`trial ${trial.id}`) })),
  };
  server.names = { 'utc-as-local': evil('mistake'), 'running-hour': evil('hour') };
  server.about = {
    code: evil('code'),
    joinUrls: [evil('javascript:alert(1)//'), evil('other')],
    workers: [{ name: evil('worker'), state: 'lost', graded: 1 }],
    sandbox: { layers: [evil('layer')], warning: evil('wall') },
    upstream: { label: evil('label'), warning: evil('upstream') },
  };
  const results = { 's0-0': result(90, { visible: { [evil('check')]: 'passed' }, mistakes: [evil('id')] }) };
  const more: ContestEvent[] = [
    { type: 'told', text: evil('message') },
    { type: 'checked', person: 'p1', sha256: '', points: 0, mistakes: [evil('checked')] },
    { type: 'regraded', regrade: evil('regrade'), results },
  ];
  server.tell(...more);
  return server;
}

const SHOWN: readonly [path: string, cookie: string, phase: StoryPhase, texts: readonly string[]][] = [
  ['/board', 'a=b', 'lobby', ['title', 'code', 'javascript:alert(1)//', 'label', 'message']],
  ['/board', 'a=b', 'race', ['title', 'ann', 'mistake', 'message', 'part hourly']],
  ['/board', 'a=b', 'closed', ['title', 'ann', 'bob']],
  [
    '/console',
    'console=yes',
    'race',
    ['ann', 'mistake', 'worker', 'wall', 'layer', 'label', 'message', 'check'],
  ],
  ['/', 'person=p0', 'closed', ['ann', 'message', 'story', 'starter', 'part hourly', 'trial nulls']],
];

for (const [path, cookie, phase, texts] of SHOWN)
  test(`${path} ${phase} :: scripts in every field :: are shown as they are, and run nowhere`, async () => {
    if (!browser) return;
    const server = await evilServer(phase);
    const { page, context, troubles } = await openTab(browser, path, { url: server.url, cookie });
    await page.waitForSelector(`body[data-phase="${phase}"]`);
    await page
      .getByText(evil(texts.at(-1) ?? ''))
      .first()
      .waitFor({ state: 'attached' });
    const shown = await page.evaluate(() => document.body.textContent ?? '');
    for (const text of texts) assert.ok(shown.includes(evil(text)), `${text} is not shown as it is`);
    const ran = await page.evaluate(() => [
      'hacked' in globalThis,
      document.querySelectorAll('img[src="x"], main script').length,
      [...document.querySelectorAll('a')].filter(({ protocol }) => protocol === 'javascript:').length,
    ]);
    assert.equal(ran, [false, 0, 0]);
    assert.equal(troubles, []);
    await context.close();
    await server.stop();
  });

suited.run();
