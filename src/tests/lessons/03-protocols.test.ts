import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { lesson } from '../../lessons/03-protocols.ts';
import type { Judgement } from '../../teaching/lesson.ts';

const rest = { connections: 1, roundTrips: 2, pushes: 0, bytesIn: 432, bytesOut: 640 };
const perDay = (bytes: number): number => (bytes * 86_400) / 1_000_000;
const RIGHT_CHOICE = {
  site: 'REST',
  screen: 'SSE',
  chat: 'WebSocket',
  sensors: 'MQTT',
  inside: 'gRPC',
  register: 'SOAP',
  alarm: 'webhook',
};
const message = (content: unknown): string => JSON.stringify(content);

/** A right answer to each check, and wrong ones with the mistake that must be named. */
const ANSWERS: Readonly<
  Record<
    string,
    { readonly right: readonly unknown[]; readonly wrong: readonly (readonly [string, unknown])[] }
  >
> = {
  '3.3': {
    right: [
      { rest, megabytes: perDay(536) },
      { rest, megabytes: 46 },
    ],
    wrong: [
      ['one-way', { rest, megabytes: perDay(320) }],
      ['one-way', { rest, megabytes: perDay(216) }],
      ['body-is-all', { rest, megabytes: perDay(75) }],
      ['one-hour', { rest, megabytes: perDay(536) / 24 }],
      ['all-questions', { rest, megabytes: perDay(1072) }],
      ['bytes', { rest, megabytes: perDay(536) * 1_000_000 }],
      ['bits', { rest, megabytes: perDay(536) * 8 }],
    ],
  },
  '3.4': {
    right: [message({ reading: { city: 'beijing', pm2_5: 75.8 } })],
    wrong: [
      ['other-city', message({ reading: { city: 'roskilde', pm2_5: 5.7 } })],
      ['pushed-not-asked', message({ change: { n: 1 } })],
    ],
  },
  '3.5': {
    right: ['ceafdb', 'C E A F D B', 'c, e, a, f, d, b'],
    wrong: [
      ['unfinished-shown', 'ceafbd'],
      ['split-before-adding', 'cefadb'],
      ['outside-the-loop', 'caefdb'],
      ['loop-before-answer', 'ecafdb'],
      ['pop-before-split', 'ceadfb'],
    ],
  },
  '3.8': {
    right: ['RJSWEHMG', 'r j s w e h m g'],
    wrong: [
      ['rpc-as-rest', 'RRSWEHMG'],
      ['soap-as-rest', 'RJRWEHMG'],
      ['frames-swapped', 'RJSMEHWG'],
      ['stream-as-rest', 'RJSWRHMG'],
      ['webhook-as-rest', 'RJSWERMG'],
      ['grpc-as-rest', 'RJSWEHMR'],
    ],
  },
  '3.9': {
    right: [
      RIGHT_CHOICE,
      { ...RIGHT_CHOICE, screen: 'event stream', chat: 'web-socket', alarm: 'a webhook' },
    ],
    wrong: [
      ['two-way-for-one', { ...RIGHT_CHOICE, screen: 'WebSocket' }],
      ['polling-is-free', { ...RIGHT_CHOICE, alarm: 'REST' }],
      ['newer-is-better', { ...RIGHT_CHOICE, register: 'gRPC' }],
      ['heads-are-free', { ...RIGHT_CHOICE, sensors: 'REST' }],
      ['one-way-for-two', { ...RIGHT_CHOICE, chat: 'SSE' }],
    ],
  },
};

const NOT_TRIED: Readonly<Record<string, unknown>> = {
  '3.3': { rest, megabytes: undefined },
  '3.4': message({ error: 'ask is "reading" or "changes", in a JSON object.' }),
  '3.5': '??????',
  '3.8': '????????',
  '3.9': Object.fromEntries(Object.keys(RIGHT_CHOICE).map((need) => [need, '?'])),
};

const test = suite('lesson 03');

test('checks :: each has its answers here', () => {
  assert.equal(lesson.checks.map(({ id }) => id).sort(), Object.keys(ANSWERS).sort());
});

test('right answers :: pass', async () => {
  for (const [id, { right }] of Object.entries(ANSWERS))
    for (const answer of right)
      assert.is((await judged(id, answer)).kind, 'passed', `${id} ${message(answer)}`);
});

test('wrong answers :: the mistake is named, the right answer is not', async () => {
  for (const [id, { right, wrong }] of Object.entries(ANSWERS))
    for (const [mistake, answer] of wrong) {
      const judgement = await judged(id, answer);
      assert.is(judgement.kind, 'not yet', `${id} ${message(answer)}`);
      assert.is(judgement.kind === 'not yet' && judgement.mistake?.id, mistake, `${id} ${message(answer)}`);
      assert.not.ok(message(judgement).includes(String(right[0])), `${id} gives the answer away`);
    }
});

test('untouched cells :: are not tried', async () => {
  for (const [id, answer] of Object.entries(NOT_TRIED))
    assert.is((await judged(id, answer)).kind, 'not tried', id);
});

test('other answers :: are told apart without a guess', async () => {
  assert.match(
    says(await judged('3.3', { rest: { ...rest, roundTrips: 0 }, megabytes: 1 })),
    /no REST question/,
  );
  assert.match(says(await judged('3.3', { rest, megabytes: '46' })), /no number/);
  assert.match(says(await judged('3.4', message({ error: 'No such city: peking.' }))), /peking/);
  assert.match(says(await judged('3.5', 'ceaf')), /you wrote 4/);
  assert.match(says(await judged('3.8', 'RJS')), /you wrote 3/);
  assert.match(says(await judged('3.8', 'RJSXEHMG')), /X is no letter/);
  assert.match(says(await judged('3.9', { site: 'REST' })), /1 of 7 fit.*empty/);
});

test('hints :: the last one is not the answer', () => {
  for (const { id, hints } of lesson.checks) {
    const [right] = ANSWERS[id]?.right ?? [];
    assert.not.ok(typeof right === 'string' && hints.some((hint) => hint.includes(right)), id);
  }
});

test('options :: the right one is not the longest of all questions', () => {
  const questions = [...lesson.predictions, ...lesson.recall];
  const longest = questions.filter(({ options, right }) => {
    const mine = options.find(({ key }) => key === right)?.says.length ?? 0;
    return options.every(({ key, says: text }) => key === right || text.length < mine);
  });
  assert.ok(longest.length * 2 <= questions.length, longest.map(({ id }) => id).join(', '));
  assert.ok(new Set(questions.map(({ right }) => right)).size >= 3);
});

async function judged(id: string, answer: unknown): Promise<Judgement> {
  const check = lesson.checks.find((each) => each.id === id);
  if (check === undefined) throw new Error(`no check ${id}`);
  return check.judge(answer);
}

const says = (judgement: Judgement): string => ('says' in judgement ? (judgement.says ?? '') : '');

test.run();
