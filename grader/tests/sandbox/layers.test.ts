import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { type Box, boxCommand, layersOf } from '../../sandbox/box.ts';
import { silentEnding } from '../../sandbox/endings.ts';
import { layers, machineBox, probe } from '../../sandbox/layers.ts';
import { limitsWith } from '../../sandbox/limits.ts';

const test = suite('layers');

const limits = limitsWith();
const box = (version: string, tools: Partial<Box> = {}): Box => ({
  node: { path: '/n/node', version },
  ...tools,
});
const words = (given: Box): string[] => {
  const { command, args } = boxCommand(given, { child: '/kit/sandbox-child.cjs', limits });
  return [command, ...args];
};

test('layersOf :: strongest first', () => {
  const tools = { bubblewrap: '/usr/bin/bwrap', prlimit: '/usr/bin/prlimit', setpriv: '/usr/bin/setpriv' };
  const rest = ['node permissions', 'network lock', 'watchdog'];
  assert.equal(layersOf(box('v22.23.3', tools)), ['bubblewrap', 'prlimit', ...rest]);
  assert.equal(layersOf(box('v22.23.3', { shell: '/bin/sh' })), ['ulimit', ...rest]);
  assert.equal(layersOf(box('v22.23.3')), rest);
});

test('boxCommand :: the permission model has its name in every Node', () => {
  const old = ['v20.19.0', 'v20.20.2', 'v22.12.0', 'v23.4.0'];
  const young = ['v22.13.0', 'v23.5.0', 'v24.0.0', 'v26.10.0'];
  for (const version of old) assert.ok(words(box(version)).includes('--experimental-permission'), version);
  for (const version of young) assert.ok(words(box(version)).includes('--permission'), version);
});

test('boxCommand :: only the one file may be read', () => {
  const outside = words(box('v24.0.0'));
  assert.ok(outside.includes('--allow-fs-read=/kit/sandbox-child.cjs'));
  const inside = words(box('v24.0.0', { bubblewrap: '/usr/bin/bwrap' }));
  assert.ok(inside.includes('--allow-fs-read=/box/sandbox-child.cjs'));
  for (const line of [outside, inside])
    assert.equal(
      line.filter((word) => /^--allow-(?!fs-read)/.test(word)),
      [],
    );
});

test('boxCommand :: something ends the child with its parent', () => {
  assert.equal(words(box('v24.0.0', { setpriv: '/s' })).slice(0, 4), [
    '/s',
    '--no-new-privs',
    '--pdeathsig',
    'KILL',
  ]);
  assert.ok(words(box('v24.0.0', { bubblewrap: '/b', setpriv: '/s' })).includes('--die-with-parent'));
  assert.match(words(box('v24.0.0', { shell: '/bin/sh' })).join('\n'), /kill -9 \$answer/);
});

test('probe :: a Node that is not what it says :: leaves bubblewrap out, with the reason', () => {
  const { box: found, warning } = probe({ path: process.execPath, version: 'v0.0.0' });
  assert.is(found.bubblewrap, undefined);
  assert.match(warning ?? '', /Without bubblewrap, Node's own permissions are the wall/);
});

test('layers :: are those of the box that runs use', async () => {
  assert.equal(layers().layers, layersOf(await machineBox()));
});

const seen = { isReady: true, printed: '', rssMb: 50, cpuS: 0.1 };

test('silentEnding :: a limit that the system keeps :: is the answer’s, and named', () => {
  const limit = (exit: { code: number | null; signal: NodeJS.Signals | null }, more = {}): unknown =>
    silentEnding(exit, limits, { ...seen, ...more });
  assert.equal(limit({ code: null, signal: 'SIGXCPU' }), {
    kind: 'limit',
    limit: 'cpu',
    says: 'computed for more than 5 s: look for a loop that never ends',
  });
  const memory = limit({ code: 134, signal: null }, { printed: 'JavaScript heap out of memory' });
  assert.equal(memory, {
    kind: 'limit',
    limit: 'memory',
    says: 'used more memory than the 512 MB it may have',
  });
  assert.equal(limit({ code: 137, signal: null }, { cpuS: 4.9 }), limit({ code: null, signal: 'SIGXCPU' }));
});

test('silentEnding :: what happened before the answer began, or came from outside :: is broken', () => {
  const early = silentEnding({ code: 1, signal: null }, limits, {
    ...seen,
    isReady: false,
    printed: 'bad option',
  });
  assert.equal(early, { kind: 'broken', says: 'the sandbox did not come up (exit code 1): bad option' });
  assert.equal(silentEnding({ code: null, signal: 'SIGKILL' }, limits, seen), {
    kind: 'broken',
    says: 'the sandbox was ended by the system (SIGKILL)',
  });
});

test('silentEnding :: an answer that leaves :: crashed', () => {
  assert.equal(silentEnding({ code: 0, signal: null }, limits, seen), {
    kind: 'crashed',
    says: 'ended its own process (exit code 0)',
  });
});

test.run();
