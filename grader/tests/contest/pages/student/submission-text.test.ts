import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import {
  kindOf,
  letterText,
  placeText,
  stateText,
  verdicts,
} from '../../../../contest/pages/student/submission-text.js';
import type { OwnView, SubmissionView } from '../../../../contest/viewer.ts';
import { TASK } from '../fake-server.ts';

const test = suite('submission texts');

const submission = (rest: Partial<SubmissionView> = {}): SubmissionView => ({
  id: 's1',
  sha256: '',
  receivedMs: 0,
  queuedMs: undefined,
  state: 'judged',
  queuePlace: undefined,
  visible: { hourly: 'passed', compare: 'failed', show: 'failed' },
  visiblePoints: 10,
  hidden: undefined,
  points: undefined,
  verdict: undefined,
  ...rest,
});
const own = (...submissions: readonly SubmissionView[]): OwnView => ({
  person: 'p1',
  nick: 'Ada',
  place: 3,
  of: 12,
  isLate: false,
  isKicked: false,
  endMs: 0,
  lengthMs: 0,
  stoppedMs: undefined,
  submissions,
});

test('judged :: says how many hidden checks are still to come', () => {
  assert.is(stateText(submission(), TASK), 'Visible checks 1/3. 3 hidden checks count at the end.');
  assert.is(stateText(submission({ points: 40 }), TASK), '40 points of 100. Visible checks 1/3.');
  assert.is(stateText(submission({ state: 'waiting', queuePlace: 3 })), 'In the queue, place 3.');
});

test('on the way :: says why it is not there yet', () => {
  const letter = { id: 'a', kind: 'ts', source: '', madeMs: 0, wasOffline: true, notBeforeMs: 0 } as const;
  assert.match(letterText(letter, 0), /^Kept in this browser/);
  assert.match(letterText({ ...letter, notBeforeMs: 7_000 }, 0), /^Goes by itself in 7 s/);
  assert.match(letterText({ ...letter, refused: 'The race is over.' }, 0), /^Not taken: The race is over/);
});

test('verdicts :: are told when they come, once', () => {
  const waiting = own(submission({ state: 'waiting', visible: undefined }));
  assert.match(verdicts(waiting, own(submission()), TASK)[0] ?? '', /Visible checks 1\/3/);
  assert.equal(verdicts(own(submission()), own(submission()), TASK), []);
  assert.equal(verdicts(undefined, own(submission()), TASK), []);
});

test('place :: the own one, with what it counts', () => {
  assert.equal(placeText(own(submission()), true), {
    main: '3',
    under: 'of 12 · best 10 visible points, provisional',
  });
  assert.is(placeText(own(), true).main, '–');
});

test('kind :: by the name of the file, or by what is pasted', () => {
  assert.equal([kindOf('{}', 'a.IPYNB'), kindOf('{"cells":[]}', 'a.ts')], ['ipynb', 'ts']);
  assert.equal(
    ['{"cells":[]}', '{ a }', 'export {}'].map((text) => kindOf(text)),
    ['ipynb', 'ts', 'ts'],
  );
});

test.run();
