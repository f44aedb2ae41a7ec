import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import * as assert from 'uvu/assert';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * Chromium as the machine has it (`CHROMIUM` names another one). Undefined, with the reason printed, where there is none.
 */
export async function startBrowser(): Promise<Browser | undefined> {
  const executablePath = process.env.CHROMIUM ?? PLACES.find((path) => existsSync(path));
  if (executablePath === undefined) {
    console.log('skipped: no Chromium here (install chromium, or set CHROMIUM to its path)');
    return undefined;
  }
  // Chromium's own sandbox needs rights that a container's root lacks; only our pages are opened.
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({ executablePath, args });
}

export interface OpenOptions {
  readonly url: string;
  readonly width?: number;
  readonly height?: number;
  /** Who the browser is, in the fake server's words: `person=p3`, `console=yes`. */
  readonly cookie?: string;
  readonly isMotionReduced?: boolean;
}

export interface Tab {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What went wrong in the page: errors, and everything that its policy has stopped. */
  readonly troubles: string[];
}

/** A page in a browser profile of its own. */
export async function openTab(browser: Browser, path: string, options: OpenOptions): Promise<Tab> {
  const { url, width = 1280, height = 720, cookie, isMotionReduced = true } = options;
  const context = await browser.newContext({
    viewport: { width, height },
    reducedMotion: isMotionReduced ? 'reduce' : 'no-preference',
  });
  context.setDefaultTimeout(20_000);
  const [name = '', value = ''] = cookie?.split('=') ?? [];
  if (cookie !== undefined) await context.addCookies([{ name, value, url }]);
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(String(error)));
  page.on('console', (message) => {
    const isLink = /net::ERR|status of 4/.test(message.text());
    if ((message.type() === 'error' && !isLink) || /Content Security Policy/.test(message.text()))
      troubles.push(message.text());
  });
  await page.goto(`${url}${path}`);
  return { page, context, troubles };
}

/** Serious and critical findings of axe, as one line each; of all its rules, or of some. */
export async function findings(page: Page, rules: readonly string[] = []): Promise<string[]> {
  await page.evaluate(axeSource);
  return page.evaluate(
    async (runOnly) => {
      // Border: axe was put into the page above.
      const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
      const { violations } = await axe.run(document, {
        resultTypes: ['violations'],
        ...(runOnly.length === 0 ? {} : { runOnly }),
      });
      return violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .flatMap(({ id, nodes }) =>
          nodes.map(({ target, failureSummary }) => `${id} ${target}: ${failureSummary}`),
        );
    },
    [...rules],
  );
}

/** Nothing may be wider than the window, or than the card that it stands in. */
export async function assertFits(page: Page, says: string): Promise<void> {
  const wide = await page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('.card, .head, .banner, .foot')]
      .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 2)
      .map(
        ({ tagName, className, scrollWidth, clientWidth }) =>
          `${tagName} ${className}: ${scrollWidth} px in ${clientWidth} px`,
      ),
  );
  assert.equal(wide, [], says);
}

/** On the projector nothing is cut off, since nobody can scroll there. */
export async function clipped(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('.card, .foot, .head, .banner')]
      .filter((element) => {
        const { bottom, height } = element.getBoundingClientRect();
        return (
          height > 0 &&
          (bottom > innerHeight + 1 ||
            element.scrollHeight > element.clientHeight + 2 ||
            element.scrollWidth > element.clientWidth + 2)
        );
      })
      .map(
        ({ className, scrollWidth, scrollHeight, clientWidth, clientHeight }) =>
          `${className}: ${scrollWidth} x ${scrollHeight} px in ${clientWidth} x ${clientHeight} px`,
      ),
  );
}
