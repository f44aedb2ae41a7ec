import type { Page } from 'playwright-core';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { result } from '../story.ts';
import { openTab, startBrowser } from './browser.ts';
import { FakeServer, SECRET } from './fake-server.ts';
import { type StoryPhase, story } from './story.ts';

const browser = await startBrowser();
const suited = suite('console page');
const test = browser ? suited : suited.skip;

suited.after(async () => {
  await browser?.close();
  await FakeServer.stopAll();
});

async function open(phase: StoryPhase): Promise<{ server: FakeServer; page: Page }> {
  if (!browser) throw new Error('No browser here.');
  const server = await FakeServer.start(story(phase, Date.now()));
  const { page } = await openTab(browser, '/console', { url: server.url, cookie: 'console=yes' });
  await page.waitForSelector(`body[data-phase="${phase}"]`);
  return { server, page };
}

const actionsOf = ({ heard }: FakeServer): string[] => heard.actions.map((action) => JSON.stringify(action));
const nicks = (page: Page): Promise<string[]> => page.locator('.room tbody .nick').allInnerTexts();

test('secret :: a wrong one opens nothing, the right one does', async () => {
  if (!browser) return;
  const server = await FakeServer.start(story('race', Date.now()));
  const { page } = await openTab(browser, '/console#wrong', { url: server.url });
  await page.getByText('is not the one of this contest').waitFor();
  assert.is(await page.locator('table').count(), 0);
  await page.getByRole('textbox').fill('also wrong');
  await page.keyboard.press('Enter');
  await page.getByText('This is not the secret').waitFor();
  await page.getByRole('textbox').fill(`http://127.0.0.1:1/console#${SECRET}`);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'The room' }).waitFor();
});

test('removing :: asks once, Escape takes it back, the focus stays', async () => {
  const { server, page } = await open('race');
  const hedy = page.getByRole('button', { name: 'Hedy', exact: true });
  await hedy.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Remove …' }).click();
  await page.getByText('Remove Hedy?').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  assert.equal(actionsOf(server), []);
  assert.ok(await hedy.evaluate((element) => element === document.activeElement));
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Remove …' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove', exact: true }).click();
  await page.locator('tr.is-kicked', { hasText: 'Hedy' }).waitFor();
  assert.equal(actionsOf(server), ['{"action":"kick","person":"p9"}']);
});

test('person :: extra time, delay, another name, late answers', async () => {
  const { server, page } = await open('over');
  const submitted = { submission: 'late-1', sha256: '', receivedMs: server.nowMs, via: 'page' } as const;
  server.tell({ type: 'submitted', person: 'p0', ...submitted });
  const openPerson = (nick: string) => page.getByRole('button', { name: nick, exact: true }).click();
  await page.getByText('1 answer after the bell').waitFor();
  await openPerson('Ada');
  await page.getByRole('button', { name: 'Count them' }).click();
  await openPerson('Ada');
  await page.getByLabel('and minutes').fill('3');
  await page.getByRole('button', { name: 'Give extra time' }).click();
  await page.getByText('+ 3 min').waitFor();
  await openPerson('Ada');
  await page.getByRole('button', { name: 'Delay' }).click();
  await openPerson('Ada');
  await page.getByLabel('Nickname').fill('Augusta');
  await page.getByRole('button', { name: 'Rename' }).click();
  await page.getByRole('button', { name: 'Augusta' }).waitFor();
  assert.equal(actionsOf(server), [
    '{"action":"admit","submission":"late-1"}',
    '{"action":"pace","person":"p0","factor":1,"minutes":3}',
    '{"action":"delay","person":"p0","minutes":2}',
    '{"action":"rename","person":"p0","nick":"Augusta"}',
  ]);
});

test('table :: sorts and filters by keyboard', async () => {
  const { page } = await open('race');
  const byName = page.getByRole('button', { name: 'Nickname' });
  await byName.focus();
  await page.keyboard.press('Enter');
  assert.equal((await nicks(page)).slice(0, 3), ['Ada', 'Alan', 'Barbara']);
  assert.is(await page.locator('th', { has: byName }).getAttribute('aria-sort'), 'ascending');
  await page.keyboard.press('Enter');
  assert.is((await nicks(page))[0], 'Tim');
  await page.getByLabel('Find').fill('gra');
  assert.equal(await nicks(page), ['Grace']);
  await page.getByLabel('Find').fill('');
  await page.getByLabel('Show').selectOption('silent');
  assert.equal(await nicks(page), ['Margaret', 'Hedy', 'Alan']);
});

test('regrade :: says who moves and why, then is applied or dropped', async () => {
  const { server, page } = await open('over');
  await page.getByRole('button', { name: 'Regrade' }).click();
  const better = result(100, {
    visiblePoints: 30,
    hidden: { values: 'passed', nulls: 'passed', 429: 'passed' },
  });
  server.tell({ type: 'regraded', regrade: 'r1', results: { 's0-2': better } });
  await page.getByText('would change:').waitFor();
  assert.match(
    await page.locator('.moves').innerText(),
    /Ada[\s\S]*6 → [12][\s\S]*75 → 100[\s\S]*429: failed → passed/,
  );
  await page.getByRole('button', { name: 'Drop it' }).click();
  await page.getByText(/: dropped$/).waitFor();
  server.tell({ type: 'regraded', regrade: 'r2', results: { 's0-2': better } });
  await page.getByRole('button', { name: 'Apply …' }).click();
  await page.getByRole('button', { name: 'Apply', exact: true }).click();
  await page.getByText(/: applied$/).waitFor();
  assert.equal(actionsOf(server), [
    '{"action":"regrade"}',
    '{"action":"drop","regrade":"r1"}',
    '{"action":"apply","regrade":"r2"}',
  ]);
});

test('cut :: an interval that is over', async () => {
  const { server, page } = await open('race');
  await page.getByRole('button', { name: 'Cut out …' }).click();
  await page.getByRole('button', { name: 'Cut it out' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  const [cut] = server.heard.actions;
  assert.is((cut?.toMs ?? 0) - (cut?.fromMs ?? 0), 120_000);
  await page.getByText(/^9:4\d/).waitFor();
});

test('warnings and refusals :: are loud', async () => {
  const { server, page } = await open('race');
  server.about = { sandbox: { layers: ['watchdog'], warning: 'bubblewrap is not installed.' }, workers: [] };
  server.tell();
  const alert = page.getByRole('alert').first();
  await alert.getByText('bubblewrap is not installed.').waitFor();
  await alert.getByText('Nobody grades.').waitFor();
  server.cut(true);
  await alert.getByText('No link to the server.').waitFor();
  await page.getByRole('button', { name: 'Pause' }).click();
  await alert.getByText('Nothing has changed. Try again.').waitFor();
});

suited.run();
