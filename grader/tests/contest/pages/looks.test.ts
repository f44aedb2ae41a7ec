import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { assertFits, clipped, findings, openTab, startBrowser } from './browser.ts';
import { FakeServer } from './fake-server.ts';
import { type StoryPhase, story } from './story.ts';

const browser = await startBrowser();
const suited = suite('looks');
const test = browser ? suited : suited.skip;

const PHASES: readonly StoryPhase[] = ['lobby', 'countdown', 'race', 'freeze', 'over', 'reveal', 'closed'];
const PAGES = [
  { path: '/board', cookie: 'nobody=yes' },
  { path: '/console', cookie: 'console=yes' },
  { path: '/', cookie: 'person=p2' },
];
const SIZES = [
  { width: 390, height: 844 },
  { width: 1920, height: 1080 },
  { width: 1280, height: 720 },
];

suited.after(async () => {
  await browser?.close();
  await FakeServer.stopAll();
});

for (const { path, cookie } of PAGES)
  test(`${path} :: every phase fits every window, without serious findings of axe, light and dark`, async () => {
    if (!browser) return;
    const server = await FakeServer.start(story('lobby', Date.now()));
    const { page, troubles, context } = await openTab(browser, path, { url: server.url, cookie });
    for (const phase of PHASES) {
      server.become(story(phase, server.nowMs));
      await page.waitForSelector(`body[data-phase="${phase}"]`);
      for (const size of SIZES) {
        await page.setViewportSize(size);
        await assertFits(page, `${phase}, ${size.width} px`);
        if (path === '/board' && size.width > 1000) assert.equal(await clipped(page), [], phase);
      }
      await page.emulateMedia({ colorScheme: 'light' });
      assert.equal(await findings(page), [], `${phase}, light`);
      await page.emulateMedia({ colorScheme: 'dark' });
      assert.equal(await findings(page, ['color-contrast']), [], `${phase}, dark`);
    }
    assert.is(await page.getByText('Connecting …').count(), 0);
    assert.equal(troubles, []);
    await context.close();
    await server.stop();
  });

test('joining and the locked console :: no serious finding of axe', async () => {
  if (!browser) return;
  const server = await FakeServer.start(story('race', Date.now()));
  for (const [path, shown] of [
    ['/', '#nick'],
    ['/console', '#secret'],
  ] as const) {
    const { page, context, troubles } = await openTab(browser, path, { url: server.url });
    await page.waitForSelector(shown);
    assert.equal(await findings(page), [], path);
    await page.evaluate(() => document.documentElement.removeAttribute('lang'));
    assert.match((await findings(page))[0] ?? '', /^html-has-lang/, 'axe finds what is wrong');
    assert.equal(troubles, []);
    await context.close();
  }
  await server.stop();
});

suited.run();
