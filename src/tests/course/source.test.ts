import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { readSource } from '../../course/source.ts';
import { isAirlabError } from '../../errors.ts';

const TEXT = `---
lesson: 02
title: APIs
minutes: 18 + 22
---
# APIs

Ask other people's computers.

\`\`\`ts slide
const a = 1;

const b = 2;
\`\`\`
Below.

\`\`\`python
print("stays text")
\`\`\`

<!-- cell subslide id=second tags=optional only=solved -->
Another text.

## Verbs
`;

test('source :: text, code and splits become cells', () => {
  const { facts, cells } = readSource(TEXT, 'x.md');
  assert.equal(facts, { lesson: '02', title: 'APIs', minutes: '18 + 22' });
  assert.equal(
    cells.map(({ kind, id, slide }) => [kind, id, slide]),
    [
      ['text', 'apis-1', '-'],
      ['code', 'apis-2', 'slide'],
      ['text', 'apis-3', '-'],
      ['text', 'second', 'subslide'],
    ],
  );
  assert.is(cells[1]?.text, 'const a = 1;\n\nconst b = 2;');
  assert.match(cells[2]?.text ?? '', '```python\nprint("stays text")\n```');
  assert.equal([cells[3]?.tags, cells[3]?.only], [['optional'], 'solved']);
});

test('source :: lines are those of the file', () => {
  const { cells } = readSource(TEXT, 'x.md');
  const lines = TEXT.split('\n');
  assert.is(lines[(cells[1]?.line ?? 0) - 1], '```ts slide');
  assert.is(lines[(cells[0]?.line ?? 0) - 1], '# APIs');
});

test('source :: an edit elsewhere changes no id', () => {
  const before = readSource('# A\n\n## B\n\n```ts\n1\n```\n', 'x.md').cells.map(({ id }) => id);
  const after = readSource('# A\n\n```ts\n0\n```\n\n## B\n\n```ts\n1\n```\n', 'x.md').cells.map(
    ({ id }) => id,
  );
  assert.equal(before, ['b-1', 'b-2']);
  assert.equal(after.slice(-2), before);
});

for (const [name, text, says] of [
  ['an open block', '# A\n\n```ts\n1\n', 'x.md:3: a ```ts block is never closed'],
  ['an unknown attribute', '```ts slidee\n1\n```\n', '"slidee" is no attribute'],
  ['an unknown form', '```ts only=exam\n1\n```\n', 'there is no form "exam"'],
  ['an id twice', '```ts id=a\n1\n```\n\n```ts id=a\n2\n```\n', 'x.md:5: the id "a" is used twice'],
] as const) {
  test(`source :: ${name} :: is refused with its line`, () => {
    assert.throws(
      () => readSource(text, 'x.md'),
      (error: unknown) => isAirlabError(error) && error.message.includes(says),
    );
  });
}

test.run();
