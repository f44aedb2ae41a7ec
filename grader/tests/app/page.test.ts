import type { Browser } from 'playwright-core';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { findings, startBrowser } from '../contest/pages/browser.ts';
import { type RunningApp, runApp } from './running.ts';

interface Context {
  running: RunningApp;
  url: string;
  browser: Browser | undefined;
}

const WIDTHS = [390, 1280, 1920];
const PATHS = ['/', '/places?name=Paris', '/city?city=Beijing&country=CN', '/city?city=Qqqqq&country=DK'];

const test = suite<Context>('the finished app in Chromium');

test.before(async (context) => {
  context.browser = await startBrowser();
  context.running = await runApp();
  context.url = await context.running.app.listen({ port: 0, host: '127.0.0.1' });
});
test.after(async ({ browser, running }) => {
  await browser?.close();
  await running.close();
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`pages :: ${colorScheme} :: no serious finding of axe, and every width fits`, async ({
    browser,
    url,
  }) => {
    if (!browser) return;
    const context = await browser.newContext({ colorScheme, reducedMotion: 'reduce' });
    const page = await context.newPage();
    const troubles: string[] = [];
    page.on('pageerror', (error) => troubles.push(String(error)));
    page.on('console', (message) => {
      if (/Content Security Policy/.test(message.text())) troubles.push(message.text());
    });
    for (const path of PATHS) {
      await page.goto(url + path);
      if (path.includes('Beijing')) await page.waitForSelector('#past-weather svg');
      assert.equal(await findings(page), [], path);
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 800 });
        const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(tooWide <= 0, `${path} is ${tooWide} px too wide at ${width}`);
      }
    }
    assert.equal(troubles, []);
    await context.close();
  });

test('a chart :: keyboard only :: from the search to a value', async ({ browser, url }) => {
  if (!browser) return;
  const page = await browser.newPage();
  await page.goto(url);
  await page.keyboard.press('Tab');
  assert.match(await focused(page), /Skip/);
  for (const _ of ['home', 'search']) await page.keyboard.press('Tab');
  await page.keyboard.type('Roskilde');
  await page.keyboard.press('Enter');
  await page.waitForURL(/places/);
  await page.getByRole('link', { name: 'Roskilde' }).focus();
  await page.keyboard.press('Enter');
  await page.waitForSelector('#days svg');
  const slider = page.getByRole('slider', { name: 'Fine dust by day' });
  await slider.focus();
  await page.keyboard.press('End');
  assert.match((await slider.getAttribute('aria-valuetext')) ?? '', /^2026-11-27: [\d.]+ μg\/m³, forecast$/);
  await page.close();
});

test('without scripts :: the page has its numbers', async ({ browser, url }) => {
  if (!browser) return;
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${url}/city?city=Roskilde&country=DK`);
  assert.is(await page.locator('table').first().locator('tbody tr').count(), 7);
  await context.close();
});

const focused = (page: import('playwright-core').Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.textContent ?? '');

test.run();
