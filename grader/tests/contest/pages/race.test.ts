import type { Page } from 'playwright-core';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { result } from '../story.ts';
import { openTab, startBrowser, type Tab } from './browser.ts';
import { FakeServer, SECRET } from './fake-server.ts';
import { story } from './story.ts';

const MINUTE_MS = 60_000;

const browser = await startBrowser();
const suited = suite('race in browsers');
const test = browser ? suited : suited.skip;

const text = (page: Page, selector: string): Promise<string> => page.locator(selector).innerText();
const shows = (page: Page, words: string | RegExp): Promise<void> => page.getByText(words).first().waitFor();

const tabs: Tab[] = [];
const stage: { server?: FakeServer } = {};
const server = (): FakeServer => {
  if (!stage.server) throw new Error('The server was not started.');
  return stage.server;
};
const pageAt = (index: number): Page => {
  const tab = tabs[index];
  if (!tab) throw new Error(`There is no tab ${index}.`);
  return tab.page;
};
/** The same browser, after its page was closed. */
const reopen = async (index: number): Promise<void> => {
  const tab = tabs[index];
  if (!tab) throw new Error(`There is no tab ${index}.`);
  const page = await tab.context.newPage();
  tabs[index] = { ...tab, page };
  await page.goto(server().url);
};
const board = (): Page => pageAt(0);
const desk = (): Page => pageAt(1);
const mia = (): Page => pageAt(2);
const noa = (): Page => pageAt(3);

suited.before(async () => {
  if (!browser) return;
  stage.server = await FakeServer.start(story('lobby', Date.now(), ['Ada', 'Grace']));
  const { url } = server();
  for (const path of ['/board', `/console#${SECRET}`, '/', '/'])
    tabs.push(await openTab(browser, path, { url, isMotionReduced: false }));
});

suited.after(async () => {
  await browser?.close();
  await FakeServer.stopAll();
});

test('lobby :: two students come in, and everybody sees it', async () => {
  for (const [page, nick] of [
    [mia(), 'Mia'],
    [noa(), 'Noa'],
  ] as const) {
    await page.getByLabel('Nickname').fill(nick);
    await page.getByRole('button', { name: 'Join' }).click();
    await shows(page, `You are ${nick}`);
  }
  await mia().getByRole('button', { name: 'Send the warm-up' }).click();
  await shows(mia(), 'You are ready');
  await board().locator('.crowd-number', { hasText: '4' }).waitFor();
  await shows(board(), '3 ready');
  await desk().getByRole('button', { name: 'Mia', exact: true }).waitFor();
  assert.is(new URL(desk().url()).hash, '', 'the secret is no longer in the address');
});

test('start :: from the console, counted down everywhere', async () => {
  await desk().getByLabel('Countdown').selectOption('5');
  await desk().getByRole('button', { name: 'Start the race' }).click();
  for (const page of [board(), mia()]) await shows(page, 'until the start');
  for (const page of [board(), desk(), mia(), noa()]) await page.waitForSelector('body[data-phase="race"]');
  assert.equal(server().heard.actions, [{ action: 'start', inS: 5 }]);
});

test('submission :: place in the queue, then a verdict, then the board', async () => {
  await mia().getByLabel('Paste your TypeScript').fill('export const hourlyPm25 = 1;');
  await mia().getByRole('button', { name: 'Submit' }).click();
  await shows(mia(), 'In the queue, place 1.');
  const [sent] = server().heard.submissions;
  assert.equal(
    [sent?.source, sent?.query.kind, sent?.query.queuedMs],
    ['export const hourlyPm25 = 1;', 'ts', undefined],
  );
  const visible = { hourly: 'passed', compare: 'passed', show: 'failed' } as const;
  const judged = result(75, { visiblePoints: 25, visible, mistakes: ['utc-as-local'] });
  server().tell({ type: 'judged', submission: sent?.query.id ?? '', result: judged });
  await shows(mia(), /Visible checks 2\/3\. 3 hidden checks count at the end\./);
  assert.match(await text(mia(), '#spoken'), /Visible checks 2\/3/);
  await board().locator('.row', { hasText: 'Mia' }).waitFor();
  await shows(board(), 'reading UTC as local time');
  await desk().locator('tr', { hasText: 'Mia' }).getByText('reading UTC as local time').waitFor();
});

test('link lost :: loud everywhere; an answer waits with its moment, and goes by itself', async () => {
  server().cut(true);
  for (const page of [board(), desk(), noa()]) {
    await shows(page, 'No link to the server.');
    await page.waitForSelector('.clock.is-hollow');
  }
  await noa().getByLabel('Paste your TypeScript').fill('export const late = true;');
  await noa().getByRole('button', { name: 'Submit' }).click();
  await shows(noa(), '1 answer kept in this browser');
  await noa().close();
  server().cut(false);
  await reopen(3);
  await shows(noa(), 'written without a link');
  const sent = server().heard.submissions.at(-1);
  assert.is(sent?.source, 'export const late = true;');
  assert.ok(Math.abs(Number(sent?.query.queuedMs) - server().nowMs) < MINUTE_MS);
  await board().waitForSelector('.clock:not(.is-hollow)');
});

test('too soon :: the answer waits as long as the server says', async () => {
  server().refusals = [{ status: 429, code: 'TOO_SOON', retryAfterS: 2 }];
  await mia().getByRole('button', { name: 'Submit' }).click();
  await shows(mia(), /Goes by itself in [12] s/);
  await mia().getByText('In the queue').waitFor();
  assert.is(server().heard.submissions.length, 3);
});

test('pause, more time, extra time, message, board off :: arrive where they belong', async () => {
  await desk().getByRole('button', { name: 'Pause' }).click();
  for (const page of [board(), mia()]) await shows(page, 'Paused.');
  await desk().getByRole('button', { name: 'Continue' }).click();
  await desk().getByRole('button', { name: '+ 2 minutes for all' }).click();
  await shows(mia(), /elapsed of 17:00/);
  await desk().getByRole('button', { name: 'Noa', exact: true }).click();
  await desk().getByLabel('Time', { exact: true }).selectOption('2');
  await desk().getByRole('button', { name: 'Give extra time' }).click();
  await shows(noa(), /elapsed of 34:00/);
  assert.not.match(await text(board(), 'body'), /34:00/);
  await desk().getByLabel('Message to everybody').fill('Look at the zone.');
  await desk().keyboard.press('Enter');
  for (const page of [board(), mia(), noa()]) await shows(page, 'Look at the zone.');
  await desk().getByRole('button', { name: 'Hide the board' }).click();
  await shows(board(), 'The board is off.');
  await desk().getByRole('button', { name: 'Show the board' }).click();
  await board().locator('.row', { hasText: 'Mia' }).waitFor();
});

test('freeze :: the board stands still, the own place does not', async () => {
  server().jump(15 * MINUTE_MS);
  await shows(board(), 'Frozen, provisional.');
  await mia().waitForSelector('body[data-phase="freeze"]');
  const before = await text(board(), '.top');
  const visible = { hourly: 'passed', compare: 'passed', show: 'passed' } as const;
  const id = server().heard.submissions[1]?.query.id ?? '';
  server().tell({
    type: 'submitted',
    person: 'p0',
    submission: 'f1',
    sha256: '',
    receivedMs: server().nowMs,
    via: 'cli',
  });
  server().tell({ type: 'judged', submission: 'f1', result: result(100, { visiblePoints: 30, visible }) });
  server().tell({ type: 'judged', submission: id, result: result(50, { visiblePoints: 20, visible }) });
  await shows(noa(), /Visible checks 3\/3/);
  await shows(noa(), /best 20 visible points, provisional/);
  assert.is((await text(board(), '.top')).includes('Ada'), before.includes('Ada'));
});

test('bell and reveal :: ended from the console, told by keys from the last place up', async () => {
  await desk().getByRole('button', { name: 'End the race' }).click();
  await desk().getByRole('dialog').getByRole('button', { name: 'End the race' }).click();
  await board().getByText('Time is up.', { exact: true }).first().waitFor();
  assert.match(await text(board(), '#spoken'), /Time is up/);
  await desk().getByRole('button', { name: 'Tell the results' }).click();
  await desk().getByRole('button', { name: 'Tell the first one' }).click();
  await board().waitForSelector('body[data-phase="reveal"]');
  await board().locator('.row.is-told').nth(0).waitFor();
  await desk().locator('h1').click();
  for (const [key, told] of [
    ['Space', 2],
    ['ArrowRight', 3],
    ['Space', 4],
  ] as const) {
    await desk().keyboard.press(key);
    await board()
      .locator('.row.is-told')
      .nth(told - 1)
      .waitFor();
    assert.match(await text(board(), '#spoken'), new RegExp(`Place ${5 - told}:`));
  }
  assert.equal(
    server()
      .heard.actions.filter(({ action }) => action === 'reveal')
      .map(({ places }) => places),
    [1, 2, 3, 4],
  );
  await desk().keyboard.press('Space');
  await desk().getByRole('button', { name: 'Close the contest' }).click();
  await desk().getByRole('dialog').getByRole('button', { name: 'Close the contest' }).click();
  await shows(board(), 'Final results');
  await shows(mia(), 'Hidden checks');
  assert.is(server().heard.actions.filter(({ action }) => action === 'reveal').length, 4);
});

test('every page :: ran without errors, and its policy stopped nothing', () => {
  assert.equal(
    tabs.flatMap(({ troubles }) => troubles),
    [],
  );
});

suited.run();
