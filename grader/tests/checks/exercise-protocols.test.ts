import protobuf from 'protobufjs';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { simulated } from '../../../src/classroom/simulated/index.ts';
import { AIR_PROTO } from '../../../src/services/protocols/proto.ts';
import { plainMessages } from '../../checks/exercise-protocols/messages.ts';
import { MISTAKES } from '../../checks/exercise-protocols/mistakes.ts';
import { readingOf } from '../../checks/exercise-protocols/readings.ts';
import { grpcFrame, mqttPublish, webSocketFrame } from '../../checks/exercise-protocols/wire.ts';
import { exercise } from '../../checks/exercise-protocols.ts';
import type { PartVerdict } from '../../exercise.ts';
import { protocolsZoo } from '../answers/exercise-protocols/expected.ts';
import { runHere } from '../judge/run-here.ts';

const base = { source: simulated({ seed: 1 }), nowMs: 0, cities: [] };
const SEEDS = [0, 1, 2, 3, 41];

const test = suite('exercise-protocols');

test('points :: sum to 100, and every part stands in the gate', () => {
  const points = exercise.trials.flatMap((trial) => Object.values(trial.points));
  assert.is(
    points.reduce((sum, each) => sum + each, 0),
    100,
  );
  const gate = exercise.trials.find(({ id }) => id === exercise.gate);
  assert.equal(Object.keys(gate?.points ?? {}).sort(), exercise.parts.map(({ id }) => id).sort());
});

test('right answers :: pass with every seed', async () => {
  for (const name of names('right-'))
    for (const seed of SEEDS)
      assert.equal(failures(await verdictsOf(name, seed)), [], `${name}, seed ${seed}`);
});

test('wrong answers :: fail with every seed, and the mistake is named', async () => {
  for (const name of names('wrong-'))
    for (const seed of SEEDS) {
      const found = failures(await verdictsOf(name, seed));
      const wanted = protocolsZoo[name]?.mistake;
      assert.ok(found.length > 0, `${name} passes with seed ${seed}`);
      assert.ok(
        wanted === undefined || found.some(({ finding }) => finding.mistake?.id === wanted),
        `${name}, seed ${seed}: ${JSON.stringify(found)}`,
      );
    }
});

test('mistakes :: each is made by an answer of the zoo', () => {
  const made = new Set(Object.values(protocolsZoo).map(({ mistake }) => mistake));
  assert.equal(
    Object.values(MISTAKES)
      .map(({ id }) => id)
      .filter((id) => !made.has(id)),
    [],
  );
});

test('findings :: have no digits in what hidden trials show', async () => {
  for (const name of names('wrong-'))
    for (const { finding } of failures(await verdictsOf(name, 1))) assert.not.match(finding.says, /\d/);
});

test('data :: differs from trial to trial, and from seed to seed', () => {
  const bodies = (salt: number) => plainMessages(salt).map(({ given }) => JSON.stringify(given));
  assert.equal(bodies(0), bodies(0));
  assert.not.equal(bodies(0), bodies(101));
  assert.not.equal(bodies(101), bodies(201));
});

test('grpcFrame :: is what protobuf reads', () => {
  const reading = { ...readingOf(3, 2), pm2_5: 12.5 };
  const [compressed, , , , length, ...message] = bytesOf(grpcFrame(reading));
  const read = protobuf.parse(AIR_PROTO, { keepCase: true }).root.lookupType('airlab.Reading');
  assert.is(compressed, 0);
  assert.is(length, message.length);
  assert.equal(read.toObject(read.decode(Uint8Array.from(message))), reading);
});

test('webSocketFrame :: masked by a client, plain from a service', () => {
  const [first, length, ...plain] = bytesOf(webSocketFrame('{"a":1}'));
  assert.equal([first, length], [0x81, 7]);
  assert.is(Buffer.from(plain).toString(), '{"a":1}');
  const [, maskedLength, ...rest] = bytesOf(webSocketFrame('{"a":1}', [1, 2, 3, 4]));
  assert.is(maskedLength, 0x87);
  const unmasked = rest.slice(4).map((byte, index) => byte ^ (rest[index % 4] ?? 0));
  assert.is(Buffer.from(unmasked).toString(), '{"a":1}');
});

test('mqttPublish :: has its length, its topic and its text', () => {
  const bytes = bytesOf(mqttPublish('air/lima/pm2_5', '{}', { retained: true }));
  assert.equal(bytes.slice(0, 4), [0x31, bytes.length - 2, 0, 14]);
  assert.is(Buffer.from(bytes.slice(4)).toString(), 'air/lima/pm2_5{}');
});

const names = (prefix: string): string[] =>
  Object.keys(protocolsZoo).filter((name) => name.includes(`/${prefix}`));

async function verdictsOf(name: string, seed: number): Promise<readonly PartVerdict[]> {
  const answer: Record<string, unknown> = await import(`../answers/${name}`);
  const verdicts: PartVerdict[] = [];
  for (const trial of exercise.trials)
    verdicts.push(...(await runHere(answer, { exercise, trial, base, seed })).values());
  return verdicts;
}

const failures = (verdicts: readonly PartVerdict[]) =>
  verdicts.flatMap((verdict) => (verdict.kind === 'failed' ? [verdict] : []));

const bytesOf = (hex: string): number[] => hex.split(' ').map((byte) => Number.parseInt(byte, 16));

test.run();
