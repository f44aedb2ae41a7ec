import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { isAirlabError } from '../../errors.ts';
import { smallCourse } from './course.ts';

const predict = suite('teaching :: predict and reveal');

predict('without a letter :: asks and notes nothing', () => {
  const { tools, events, shown } = smallCourse();
  for (const blank of [undefined, '', '?', '…']) tools.predict('2.1', blank);
  assert.is(events.length, 0);
  const text = shown();
  assert.match(text, 'What does 2.1 print?');
  assert.match(text, 'a)  nothing');
  assert.not.match(text, 'it is printed');
});

predict('with a letter :: notes it and gives nothing away', () => {
  const { tools, events, shown } = smallCourse();
  tools.predict('2.1', ' A ');
  assert.equal(events, [
    {
      type: 'predicted',
      at: '2026-11-24T09:00:00.000Z',
      id: '2.1',
      choice: 'a',
      right: false,
      misconception: 'silent',
    },
  ]);
  const text = shown();
  assert.match(text, 'Noted: a) nothing');
  assert.not.match(text, /right|wrong|tempting/i);
});

predict('reveal :: before a choice nothing is told', () => {
  const { tools, shown } = smallCourse();
  tools.reveal('2.1');
  const text = shown();
  assert.match(text, 'not tried');
  assert.not.match(text, 'it is printed');
});

predict('reveal :: the last choice counts and each option is explained', () => {
  const { tools, shown } = smallCourse();
  tools.predict('2.1', 'c');
  tools.predict('2.1', 'b');
  shown();
  tools.reveal('2.1');
  const text = shown();
  assert.match(text, '✓ passed: 2.1  b is right.');
  for (const why of ['it is printed', 'it looks silent', 'errors are loud']) assert.match(text, why);
  assert.match(text, 'b) 42. Right: it is printed');
});

predict('an unknown id or letter :: says what there is', () => {
  const { tools, events } = smallCourse();
  assert.throws(
    () => tools.predict('2.11'),
    (error: unknown) => isAirlabError(error) && /2\.1/.test(error.hint),
  );
  assert.throws(
    () => tools.predict('2.1', 'z'),
    (error: unknown) => isAirlabError(error) && error.hint === 'Write one of a, b, c.',
  );
  assert.is(events.length, 0);
});

predict.run();

const check = suite('teaching :: check, hint and solution');

check('no answer :: not tried, and nothing is kept', async () => {
  const { tools, events, shown } = smallCourse();
  for (const answer of [undefined, null, '']) await tools.check('1.2', answer);
  assert.is(events.length, 0);
  assert.match(shown(), '– not tried: 1.2  Double 21');
});

check('wrong :: says how far, names the mistake, not the answer', async () => {
  const { tools, events, shown } = smallCourse();
  await tools.check('1.2', 441);
  const text = shown();
  assert.match(text, '✗ not yet');
  assert.match(text, 'consistent with squaring');
  assert.not.match(text, /\b42\b/);
  assert.equal(
    events.map((event) => ('mistake' in event ? event.mistake : undefined)),
    ['squared'],
  );
});

check('right, also as a promise :: passed', async () => {
  const { tools, events, shown } = smallCourse();
  await tools.check('1.2', Promise.resolve(42));
  assert.match(shown(), '✓ passed');
  assert.is(events.length, 1);
});

check('a check or a promise that breaks :: could not check, not the student', async () => {
  const { tools, shown } = smallCourse();
  await tools.check('1.2', 'boom');
  assert.match(shown(), 'could not check');
  await tools.check('1.2', Promise.reject(new Error('no network')));
  assert.match(shown(), 'no network This is not your fault.');
});

check('hints :: one rung a time, kept, then all of them', () => {
  const { tools, events, shown } = smallCourse();
  tools.hint('1.2');
  const first = shown();
  assert.match(first, 'Hint 1 of 3');
  assert.not.match(first, 'operator');
  tools.hint('1.2');
  tools.hint('1.2');
  shown();
  tools.hint('1.2');
  assert.match(shown(), 'All 3 hints');
  assert.is(events.length, 3);
});

check('solution :: opens after one try', async () => {
  const { tools, shown } = smallCourse();
  tools.solution('1.2');
  assert.not.match(shown(), '21 * 2');
  await tools.check('1.2', 1);
  shown();
  tools.solution('1.2');
  assert.match(shown(), '21 * 2');
});

check('a read-only folder :: everything works, and one line says that nothing is kept', async () => {
  const { tools, shown } = smallCourse({ canKeep: false });
  await tools.check('1.2', 42);
  const text = shown();
  assert.match(text, '✓ passed');
  assert.match(text, 'Progress was not kept: read-only folder');
});

check.run();

const recall = suite('teaching :: recall');

recall('asks three earlier questions, the nearest lesson first', () => {
  const { tools, shown } = smallCourse();
  tools.recall('04');
  const asked = [...shown().matchAll(/question: (\S+)/g)].map((match) => match[1]);
  assert.equal(asked, ['3.r1', '2.r2', '0.r3']);
});

recall('early lessons :: fill up from what there is', () => {
  const { tools, shown } = smallCourse();
  tools.recall('01');
  assert.equal(
    [...shown().matchAll(/question: (\S+)/g)].map((match) => match[1]),
    ['0.r1', '0.r2', '0.r3'],
  );
});

recall('answers :: each is judged, kept and explained', () => {
  const { tools, events, shown } = smallCourse();
  tools.recall('04', 'b, c, b');
  assert.equal(
    events.map((event) => ('right' in event ? event.right : undefined)),
    [true, false, true],
  );
  assert.match(shown(), 'You said c; it is b.');
});

recall.run();
