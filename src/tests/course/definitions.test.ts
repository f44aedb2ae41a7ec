import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { definitionProblems, untestedChecks } from '../../course/definitions.ts';
import type { Lesson, Question } from '../../teaching/lesson.ts';
import { lesson } from '../teaching/course.ts';

const small = lesson('01');
const [question] = small.predictions;
const [check] = small.checks;
const again = (id: string): Question[] => (question ? [{ ...question, id }] : []);
const good: Lesson = { ...small, predictions: [...again('1.1'), ...again('1.3'), ...again('1.4')] };
const problemsOf = (change: Partial<Lesson>): string =>
  definitionProblems([{ ...good, ...change }]).join('\n');

test('definitions :: a good lesson :: nothing to correct', () => {
  assert.equal(definitionProblems([good]), []);
});

for (const [name, change, says] of [
  ['two predictions', { predictions: good.predictions.slice(1) }, /has 2 predictions, at least 3/],
  ['one recall question', { recall: good.recall.slice(2) }, /has 1 recall questions, 3 are asked/],
  ['no objective', { objectives: [] }, /has no objective/],
  ['an id of another lesson', { checks: check ? [{ ...check, id: '2.2' }] : [] }, /has 2\.2, which does not/],
  ['an id twice', { checks: check ? [{ ...check, id: '1.3' }] : [] }, /the id 1\.3 is used twice/],
  [
    'a ladder without a question',
    { checks: check ? [{ ...check, hints: ['Do.', 'b', 'c'] as const }] : [] },
    /1\.2, whose first hint is not a question/,
  ],
  [
    'a right letter that does not exist',
    { recall: good.recall.map((one) => ({ ...one, right: 'x' })) },
    /1\.r1, whose right option x does not exist/,
  ],
  [
    'a wrong option without a misconception',
    { recall: good.recall.map((one) => ({ ...one, right: 'a' })) },
    /1\.r1, whose wrong option b names no misconception/,
  ],
] as const)
  test(`definitions :: ${name} :: is named`, () => {
    assert.match(problemsOf(change), says);
  });

test('definitions :: lessons out of order :: are named', () => {
  const [first, second] = [{ ...lesson('00'), predictions: [] }, good];
  assert.equal(definitionProblems([first, second]), []);
  assert.equal(definitionProblems([second, first]), [
    'src/lessons/lessons.ts: lesson 00 stands after a later one',
  ]);
});

test('definitions :: the short notebooks :: may ask fewer predictions', () => {
  const start = { ...lesson('00'), predictions: [] };
  assert.equal(definitionProblems([start]), []);
});

test('tests of lessons :: a check that no test names', () => {
  const tests = [{ name: '01-tiny.test.ts', text: "check('1.2', 441)" }];
  assert.equal(untestedChecks([good], tests), []);
  assert.equal(untestedChecks([good], []), ['src/tests/lessons/01-…test.ts plants no answers for check 1.2']);
});

test.run();
