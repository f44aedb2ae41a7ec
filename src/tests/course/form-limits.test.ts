import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { formProblems } from '../../course/form-limits.ts';
import { readSource } from '../../course/source.ts';
import { lesson } from '../teaching/course.ts';

const HEAD = '---\nminutes: 10\n---\n# Lesson\n\n';
const TOOLS = "```ts\npredict('1.1', '?');\nreveal('1.1');\nawait check('1.2');\n```\n";
const problemsOf = (body: string, head = HEAD): readonly string[] =>
  formProblems(readSource(head + body, 'x.md'), lesson('01'), 'x.md');

test('form :: a small lesson :: has no problems', () => {
  assert.equal(problemsOf(TOOLS), []);
});

const block = (code: string): string => `\`\`\`ts\n${code}\n\`\`\`\n\n`;
for (const [name, body, says] of [
  ['a long text', `${'word '.repeat(61)}\n\n`, /61 words, at most 60|62 words, at most 60/],
  ['a long cell', block('a;\n'.repeat(13)), /13 lines of code, at most 12/],
  ['three code cells in a row', block('1;').repeat(3), /third code cell in a row/],
  ['five idle cells', `a\n\n${'<!-- cell -->\na\n\n'.repeat(5)}`, /cells without anything to do/],
  ['an image without words', '![](chart.png)\n\n', /alternative text/],
  ['a heading that skips', '### Deep\n\n', /skips a level/],
  ['two top headings', '# Again\n\n', /2 headings of level 1/],
  ['a nested await', block('await (await fetch(u)).json();'), /nested await/],
  ['a clock', block('new Date();'), /a clock or chance/],
] as const) {
  test(`form :: ${name} :: is named with its line`, () => {
    const problems = problemsOf(`${body}${TOOLS}`);
    assert.ok(
      problems.some((problem) => says.test(problem)),
      problems.join('\n'),
    );
  });
}

test('form :: long code in the solution :: is no problem', () => {
  const code = `// solution\n${'a;\n'.repeat(20)}// instead\nb; // TODO\n// end`;
  assert.equal(problemsOf(block(code) + TOOLS), []);
});

test('form :: promises :: every prediction, check and objective is met by a cell', () => {
  const problems = problemsOf('Nothing.\n');
  for (const says of [/predict\('1\.1'/, /reveal\('1\.1'/, /check\('1\.2'/, /to be proved by 1\.2/])
    assert.ok(
      problems.some((problem) => says.test(problem)),
      String(says),
    );
});

test('form :: minutes :: at most forty, and given', () => {
  assert.ok(problemsOf(TOOLS, '---\nminutes: 30 + 20\n---\n# A\n\n').some((one) => /50 minutes/.test(one)));
  assert.ok(problemsOf(TOOLS, '# A\n\n').some((one) => /no minutes/.test(one)));
});

test.run();
