import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { keepEvent, type LessonEvent, lessonJournal, readEvents } from '../../teaching/events.ts';
import { lessonProgress, misconceptionsMet } from '../../teaching/progress.ts';
import { lesson } from './course.ts';

const at = '2026-11-24T09:00:00.000Z';
const events: readonly LessonEvent[] = [
  { type: 'predicted', at, id: '1.1', choice: 'a', right: false, misconception: 'silent' },
  { type: 'predicted', at, id: '1.1', choice: 'b', right: true },
  { type: 'recalled', at, id: '0.r1', choice: 'a', right: false, misconception: 'silent' },
  { type: 'checked', at, id: '1.2', outcome: 'not yet', mistake: 'squared' },
  { type: 'checked', at, id: '1.2', outcome: 'passed' },
  { type: 'hinted', at, id: '1.2', rung: 1 },
  { type: 'hinted', at, id: '1.2', rung: 2 },
  { type: 'opened', at, id: '1.2' },
];

const progress = suite('teaching :: progress');

progress('counts each thing once', () => {
  assert.equal(lessonProgress(events, lesson('01')), {
    number: '01',
    title: 'Lesson 1',
    predicted: 1,
    predictions: 1,
    passed: 1,
    checks: 1,
    hintsTaken: 2,
  });
  assert.is(lessonProgress(events, lesson('02')).passed, 0);
});

progress('misconceptions :: most often first', () => {
  assert.equal(misconceptionsMet(events), [
    { id: 'silent', times: 2 },
    { id: 'squared', times: 1 },
  ]);
});

progress('journal :: what is kept is read again, and broken lines are skipped', () => {
  const root = mkdtempSync(join(tmpdir(), 'airlab-teaching-'));
  try {
    for (const event of events) assert.equal(keepEvent(root, event), { kept: true });
    const path = lessonJournal(root);
    assert.is(dirname(path), join(root, '.airlab'));
    writeFileSync(
      path,
      `${readFileSync(path, 'utf8')}{"type":"checked","at":"yesterday"}\n{"type":"other"}\n{"cut`,
    );
    assert.equal(readEvents(root), { events, brokenLines: 3 });
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});

progress.run();
