import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { bundleOf, textOf } from '../../teaching/view.ts';

test('view :: text :: marks are words, code is indented', () => {
  const text = textOf([
    { text: '2.5  Sort', mark: '✗ not yet' },
    { text: 'const a = 1;\nconst b = 2;', kind: 'code' },
  ]);
  assert.is(text, '✗ not yet: 2.5  Sort\n    const a = 1;\n    const b = 2;');
});

test('view :: html :: what a student or a lesson writes is escaped', () => {
  const { data } = bundleOf([{ text: 'use `<b>` & <script>alert(1)</script>' }]);
  assert.is(
    data['text/html'],
    '<div role="note"><p>use <code>&lt;b&gt;</code> &amp; &lt;script&gt;alert(1)&lt;/script&gt;</p></div>',
  );
});

test.run();
