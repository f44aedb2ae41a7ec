import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { readMainOptions } from '../../../classroom/serving/options.ts';
import { isAirlabError } from '../../../errors.ts';

const test = suite('serving :: options');

test('none :: the usual ones', () => {
  assert.equal(readMainOptions([]), {
    ...{ help: false, port: 8787, host: '127.0.0.1', seed: 1, snapshot: undefined, nowMs: undefined },
    ...{ limits: false, quiet: false },
  });
});

test('all :: are read', () => {
  const args =
    '--port 0 --host 0.0.0.0 --seed 7 --now 2026-11-24T10:00+01:00 --limits --quiet --snapshot a.json';
  assert.equal(readMainOptions(args.split(' ')), {
    ...{ help: false, port: 0, host: '0.0.0.0', seed: 7, snapshot: 'a.json' },
    ...{ nowMs: Date.parse('2026-11-24T09:00Z'), limits: true, quiet: true },
  });
  assert.is(readMainOptions(['--now', '2026-11-24']).nowMs, Date.parse('2026-11-24T00:00Z'));
});

test('wrong ones :: usage, with the option and what came', () => {
  const wrong = [
    ...[['--port', '65536'], ['--port', '-1'], ['--port=x'], ['--port'], ['--seed', '1.5'], ['--seed', '']],
    ...[
      ['--now', 'noon'],
      ['--now', '2026-11-24T10:00'],
      ['--now', '2026-13-01'],
      ['--now', '2051-01-01'],
    ],
    ...[['--prot', '1'], ['extra'], ['--limits=yes']],
  ];
  for (const args of wrong) {
    try {
      readMainOptions(args);
    } catch (error) {
      assert.ok(isAirlabError(error), String(error));
      assert.is(error.trouble, 'usage', args.join(' '));
      assert.ok(error.message.length < 100 && error.hint.length > 0, error.message);
      continue;
    }
    assert.unreachable(args.join(' '));
  }
});

test.run();
