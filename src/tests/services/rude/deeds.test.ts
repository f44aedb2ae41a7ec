import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { DEEDS, parseScript } from '../../../services/rude/deeds.ts';

test('script :: words with details :: deeds in order', () => {
  assert.equal(parseScript('429, 503:2 ,HANG:0.5,301,429:date,ok'), {
    deeds: [
      { kind: 'status', status: 429, retryAfterS: 1 },
      { kind: 'status', status: 503, retryAfterS: 2 },
      { kind: 'hang', seconds: 0.5 },
      { kind: 'redirect', status: 301 },
      { kind: 'status', status: 429, retryAfterS: 1, asDate: true },
      { kind: 'ok' },
    ],
  });
});

test('script :: every word that the help lists :: is known', () => {
  for (const word of Object.keys(DEEDS)) assert.ok('deeds' in parseScript(word), word);
});

test('script :: unknown words and impossible details :: told', () => {
  assert.equal(parseScript('ok,oops,slow:fast,302:5,299,hang:999,429:1.5'), {
    unknown: ['oops', 'slow:fast', '302:5', '299', 'hang:999', '429:1.5'],
  });
});

test('script :: any text :: deeds or unknown words, never an error, never endless', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const parsed = parseScript(text);
      assert.ok('unknown' in parsed ? parsed.unknown.length > 0 : parsed.deeds.length <= 50);
    }),
  );
});

test.run();
