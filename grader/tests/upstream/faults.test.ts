import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { FaultName } from '../../exercise.ts';
import type { UpstreamReply, UpstreamRequest } from '../../sandbox/run.ts';
import { withFault } from '../../upstream/faults.ts';

const BODY = JSON.stringify({ hourly: { pm2_5: Array.from({ length: 96 }, (_, index) => index) } });
const WHOLE: UpstreamReply = { kind: 'answer', status: 200, headers: {}, body: BODY };

const request = (atMs: number, place = 'latitude=1&longitude=2', body = ''): UpstreamRequest => ({
  index: 0,
  method: body ? 'POST' : 'GET',
  origin: 'https://air-quality-api.open-meteo.com',
  url: `/v1/air-quality?${place}&hourly=pm2_5`,
  headers: {},
  body,
  atMs,
});

const faulty = (fault: FaultName | undefined, seed = 1) => withFault(fault, () => WHOLE, seed);
const told = (reply: UpstreamReply): string =>
  reply.kind === 'hang' ? 'hang' : `${reply.status}${reply.cutAt === undefined ? '' : ' cut'}`;
const test = suite('faults');

test('none :: the upstream itself', () => {
  assert.is(faulty(undefined)(request(0)), WHOLE);
});

test('429 :: refused with the seconds that are left, until they have passed', () => {
  const ask = faulty('429');
  const waits = [0, 400, 1_100, 1_999].map((atMs) => {
    const reply = ask(request(500 + atMs));
    return reply.kind === 'answer' ? `${reply.status} after ${reply.headers['retry-after']}` : reply.kind;
  });
  assert.equal(waits, ['429 after 2', '429 after 2', '429 after 1', '429 after 1']);
  assert.is(ask(request(2_500)), WHOLE);
});

for (const [fault, first] of [
  ['503', '503'],
  ['hang', 'hang'],
  ['cut', '200 cut'],
] as const) {
  test(`${fault} :: the first request for each place, in a URL or a form`, () => {
    const ask = faulty(fault);
    const replies = [
      request(0),
      request(0, 'latitude=3&longitude=4'),
      request(1),
      request(1, 'latitude=3&longitude=4&past_days=9'),
      request(2, '', 'latitude=5&longitude=6'),
      request(3, '', 'latitude=5&longitude=6'),
    ].map((one) => told(ask(one)));
    assert.equal(replies, [first, first, '200', '200', first, '200']);
  });
}

test('cut :: inside the numbers, whatever the seed', () => {
  for (const seed of [0, 1, 57, 99, 100, -3, 123_456]) {
    const reply = faulty('cut', seed)(request(0));
    if (reply.kind !== 'answer' || reply.cutAt === undefined) throw new Error('not cut');
    const cut = BODY.slice(0, reply.cutAt);
    assert.throws(() => JSON.parse(cut));
    assert.ok(
      cut.length > BODY.length / 4 && cut.length < (BODY.length * 3) / 4,
      `${cut.length} of ${BODY.length}`,
    );
  }
});

test('slow :: every answer, 3 s on the virtual clock', () => {
  const ask = faulty('slow');
  for (const atMs of [0, 1]) {
    const reply = ask(request(atMs));
    assert.is(reply.kind === 'answer' ? reply.delayMs : 0, 3_000);
  }
});

test.run();
