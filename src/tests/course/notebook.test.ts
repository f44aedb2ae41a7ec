import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { notebookOf } from '../../course/notebook.ts';
import { readSource } from '../../course/source.ts';
import { lesson } from '../teaching/course.ts';

const SOURCE = readSource(
  `# Lesson

Why it matters.

\`\`\`ts slide tags=keep
predict('1.1', '?');
recall('02', '?');
\`\`\`

\`\`\`ts
const before = 1;
// solution
const answer = 42;
// instead
const answer = undefined; // TODO: double 21
// end
await check('1.2', answer);
\`\`\`

\`\`\`ts only=solved
solution('1.2');
\`\`\`
`,
  'x.md',
);
const lessons = ['00', '01', '02'].map(lesson);
const codeOf = (form: 'student' | 'solved' | 'recall') =>
  notebookOf(SOURCE, form, lessons)
    .cells.filter(({ cell_type }) => cell_type === 'code')
    .map(({ source }) => source.join(''));

test('notebook :: student :: tasks to fill in, no answer in it', () => {
  const code = codeOf('student');
  assert.equal(code, [
    "predict('1.1', '?');\nrecall('02', '?');",
    "const before = 1;\nconst answer = undefined; // TODO: double 21\nawait check('1.2', answer);",
  ]);
});

test('notebook :: solved :: answers and letters', () => {
  assert.equal(codeOf('solved'), [
    "predict('1.1', 'b');\nrecall('02', 'bbb');",
    "const before = 1;\nconst answer = 42;\nawait check('1.2', answer);",
    "solution('1.2');",
  ]);
});

test('notebook :: recall :: headings and code, no prose', () => {
  const texts = notebookOf(SOURCE, 'recall', lessons).cells.filter(
    ({ cell_type }) => cell_type === 'markdown',
  );
  assert.equal(
    texts.map(({ source }) => source.join('')),
    ['# Lesson'],
  );
});

test('notebook :: form :: nbformat 4.5 with ids, slides and tags', () => {
  const { nbformat, nbformat_minor, metadata, cells } = notebookOf(SOURCE, 'student', lessons);
  assert.equal([nbformat, nbformat_minor], [4, 5]);
  assert.equal(metadata.kernelspec, { display_name: 'airlab', language: 'typescript', name: 'airlab' });
  assert.equal(cells[1]?.metadata, { slideshow: { slide_type: 'slide' }, tags: ['keep'] });
  for (const { id } of cells) assert.match(id, /^[a-zA-Z0-9-_]{1,64}$/);
});

test.run();
