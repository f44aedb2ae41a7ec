import type { Page } from 'playwright-core';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { openTab, startBrowser } from './browser.ts';
import { FakeServer, TASK } from './fake-server.ts';
import { type StoryPhase, story } from './story.ts';

const browser = await startBrowser();
const suited = suite('student page');
const test = browser ? suited : suited.skip;

suited.after(async () => {
  await browser?.close();
  await FakeServer.stopAll();
});

async function open(phase: StoryPhase, cookie?: string): Promise<{ server: FakeServer; page: Page }> {
  if (!browser) throw new Error('No browser here.');
  const server = await FakeServer.start(story(phase, Date.now()));
  const options = { url: server.url, ...(cookie === undefined ? {} : { cookie }) };
  const { page } = await openTab(browser, '/', options);
  await page.waitForSelector(`body[data-phase="${phase}"]`);
  return { server, page };
}

test('resume :: a taken nickname asks for the PIN, and brings everything back', async () => {
  const { page } = await open('race');
  await page.getByLabel('Nickname').fill('Linus');
  await page.keyboard.press('Enter');
  await page.getByText('Somebody is called that already.').waitFor();
  await page.getByLabel('PIN of the instructor').fill('0000');
  await page.keyboard.press('Enter');
  await page.getByText('do not belong together').waitFor();
  await page.getByLabel('PIN of the instructor').fill('1234');
  await page.keyboard.press('Enter');
  await page.getByText('You are Linus').waitFor();
  await page
    .getByText(/Visible checks 1\/3/)
    .first()
    .waitFor();
});

test('file :: a notebook goes as a notebook; too large a file does not go', async () => {
  const { server, page } = await open('race', 'person=p2');
  const file = (name: string, text: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
  await page.locator('#file').setInputFiles(file('big.ts', 'x'.repeat(300_000)));
  await page.getByRole('button', { name: 'Submit' }).click();
  await page.getByText('The answer has 293 KB; 256 KB are taken.').waitFor();
  await page.locator('#file').setInputFiles(file('answer.ipynb', '{"cells":[]}'));
  await page.getByText('answer.ipynb').waitFor();
  await page.getByRole('button', { name: 'Submit' }).click();
  await page.getByText('In the queue').waitFor();
  const [sent] = server.heard.submissions;
  assert.equal([sent?.source, sent?.query.kind, sent?.person], ['{"cells":[]}', 'ipynb', 'p2']);
});

test('refused :: stays to be read; what was written outlives a reload', async () => {
  const { server, page } = await open('race', 'person=p2');
  server.refusals = [{ status: 409, code: 'ALL_OVER' }];
  await page.getByLabel('Paste your TypeScript').fill('my answer');
  await page.getByRole('button', { name: 'Submit' }).click();
  await page.getByText('Not taken: Refused: ALL_OVER.').waitFor();
  await page.reload();
  await page.getByText('Not taken: Refused: ALL_OVER.').waitFor();
  assert.is(await page.getByLabel('Paste your TypeScript').inputValue(), 'my answer');
  await page.locator('.sent').getByRole('button', { name: 'Take it away' }).click();
  await page.getByText('Not taken').waitFor({ state: 'detached' });
  assert.equal(server.heard.submissions, []);
});

test('starter :: is a file to download', async () => {
  const { page } = await open('lobby', 'person=p2');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download exercise-pm25.ts' }).click(),
  ]);
  assert.is(download.suggestedFilename(), 'exercise-pm25.ts');
  const chunks = await (await download.createReadStream()).toArray();
  assert.is(Buffer.concat(chunks).toString(), TASK.starter.ts);
});

test('end :: points and hidden checks by their names', async () => {
  const { page } = await open('closed', 'person=p1');
  await page.getByText('100 points of 100. Visible checks 3/3.').first().waitFor();
  await page.getByText('hours without a value: passed').first().waitFor();
  await page.getByText('too many requests (429): not yet').first().waitFor();
  assert.ok(await page.getByRole('button', { name: 'Submit' }).isDisabled());
});

test('removed :: is told so, and sees nothing else', async () => {
  const { server, page } = await open('race', 'person=p2');
  server.tell({ type: 'kicked', person: 'p2' });
  await page.getByText('You were removed from this race').waitFor();
  assert.is(await page.getByRole('button', { name: 'Submit' }).count(), 0);
});

suited.run();
