import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { ContestEvent, Entry } from '../../contest/event.ts';
import { advance, fold } from '../../contest/fold.ts';
import { standings } from '../../contest/rank.ts';
import { view } from '../../contest/view.ts';
import type { Viewer } from '../../contest/viewer.ts';
import { at, joined, journal, judged, START_MS, started, submitted } from './story.ts';

const test = suite('contest view');

type Event = readonly [number, ContestEvent];
const PUBLIC: Viewer = { kind: 'public' };
const PEOPLE = ['ada', 'bob', 'cyd', 'dan', 'eve', 'fay', 'gus'];
const lobby: Event[] = [...PEOPLE.map((name) => joined(name)), started];

/** A submission with its verdict, at any moment of the race. */
const attempts = (fromS: number, toS: number) =>
  fc.array(
    fc.record({
      person: fc.constantFrom(...PEOPLE),
      secondS: fc.integer({ min: fromS, max: toS - 1 }),
      points: fc.constantFrom(0, 10, 30, 82, 100),
      judgedAfterS: fc.integer({ min: 0, max: 100 }),
    }),
    { maxLength: 25 },
  );

type Attempt = { person: string; secondS: number; points: number; judgedAfterS: number };

const events = (list: readonly Attempt[], prefix: string): Event[] =>
  list.flatMap(({ person, secondS, points, judgedAfterS }, index) => [
    submitted(person, `${prefix}${index}`, at(0, secondS)),
    judged(`${prefix}${index}`, points, at(0, secondS + judgedAfterS)),
  ]);

/** As a journal would have them: by their moments. */
const told = (...lists: readonly Event[][]): Entry[] =>
  journal(...lists.flat().sort(([one], [other]) => one - other));

const json = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

test('freeze :: nothing received after it changes what others see', () => {
  fc.assert(
    fc.property(
      attempts(0, 720),
      attempts(720, 900),
      fc.integer({ min: 820, max: 1000 }),
      (before, after, nowS) => {
        const options = { asOfMs: at(0, nowS), viewer: PUBLIC };
        const quiet = view(fold(told(lobby, events(before, 'b'))), options);
        const busy = view(fold(told(lobby, events(before, 'b'), events(after, 'a'))), options);
        assert.equal(json(busy), json(quiet));
        for (const name of PEOPLE.filter((one) => !after.some(({ person }) => person === one))) {
          const as = { ...options, viewer: { kind: 'person', person: name } } as const;
          assert.equal(
            json(view(fold(told(lobby, events(before, 'b'), events(after, 'a'))), as).own),
            json(view(fold(told(lobby, events(before, 'b'))), as).own),
          );
        }
      },
    ),
    { numRuns: 100 },
  );
});

test('replay :: a journal read again equals the live contest, at every entry', () => {
  fc.assert(
    fc.property(attempts(0, 900), (list) => {
      const entries = told(lobby, events(list, 's'));
      const live = fold(entries.slice(0, 1));
      entries.forEach((entry, index) => {
        advance(live, entry);
        if (index % 7 === 0 || index === entries.length - 1)
          assert.equal(live, fold(entries.slice(0, index + 1)));
      });
    }),
    { numRuns: 60 },
  );
});

test('own place :: is the one that all submissions of the own and none of the others after the freeze give', () => {
  fc.assert(
    fc.property(attempts(0, 720), attempts(720, 900), fc.constantFrom(...PEOPLE), (before, after, name) => {
      const own = after.filter(({ person }) => person === name);
      const viewer = { kind: 'person', person: name } as const;
      const shown = view(fold(told(lobby, events(before, 'b'), events(after, 'a'))), {
        asOfMs: at(14),
        viewer,
      });
      const seen = fold(told(lobby, events(before, 'b'), events(own, 'o')));
      const rows = standings(seen, { scope: 'visible' });
      assert.is(shown.own?.place, rows.find(({ person }) => person === name)?.place);
      assert.equal(
        shown.board.map(({ place, nick }) => [place, nick]),
        rows.slice(0, 5).map(({ place, nick }) => [place, nick]),
      );
    }),
    { numRuns: 100 },
  );
});

test('verdicts :: the order in which they arrive does not change the final board', () => {
  fc.assert(
    fc.property(attempts(0, 900), fc.infiniteStream(fc.nat()), (list, random) => {
      const all = events(list, 's');
      const sent = all.filter(([, { type }]) => type === 'submitted');
      const verdicts = all
        .filter(([, { type }]) => type === 'judged')
        .map((one) => ({ one, key: random.next().value ?? 0 }))
        .sort((a, b) => a.key - b.key)
        .map(({ one }) => one);
      const board = (list: Event[]) => standings(fold(journal(...lobby, ...list)), { scope: 'all' });
      assert.equal(board([...sent, ...verdicts]), board(all));
    }),
    { numRuns: 100 },
  );
});

test('ties :: equal ones share a place, and the next place counts them', () => {
  fc.assert(
    fc.property(attempts(0, 900), (list) => {
      const rows = standings(fold(told(lobby, events(list, 's'))), { scope: 'all' });
      rows.forEach((row, index) => {
        const before = rows[index - 1];
        const isEqual = before !== undefined && before.points === row.points && before.timeS === row.timeS;
        assert.is(row.place, isEqual ? before.place : index + 1);
      });
    }),
    { numRuns: 100 },
  );
});

const finished = [
  ...lobby,
  ...PEOPLE.flatMap((name, index) => [
    submitted(name, name, at(index + 1)),
    judged(name, 100 - index * 10, at(index + 1, 5)),
  ]),
];
const boardOf = (viewer: Viewer, nowMs: number, ...more: Event[]) =>
  view(fold(journal(...finished, ...more)), { asOfMs: nowMs, viewer }).board;

test('board :: shows visible points while the race runs, and five rows', () => {
  const rows = boardOf(PUBLIC, at(11));
  assert.equal([rows.length, rows[0]?.nick, rows[0]?.points], [5, 'ADA', 30]);
});

test('board :: hidden by the instructor :: is empty for all but the instructor', () => {
  const off: Event = [at(10), { type: 'board', isShown: false }];
  assert.is(boardOf(PUBLIC, at(11), off).length, 0);
  assert.is(boardOf({ kind: 'person', person: 'ada' }, at(11), off).length, 0);
  assert.is(boardOf({ kind: 'instructor' }, at(11), off).length, 7);
});

test('reveal :: from the last of the shown places up', () => {
  const names = (places: number) =>
    boardOf(PUBLIC, at(20), [at(16), { type: 'ended' }], [at(17), { type: 'revealed', places }]).map(
      ({ nick }) => nick,
    );
  assert.equal(names(1), [undefined, undefined, undefined, undefined, 'EVE']);
  assert.equal(names(4), [undefined, 'BOB', 'CYD', 'DAN', 'EVE']);
  assert.equal(names(5), ['ADA', 'BOB', 'CYD', 'DAN', 'EVE']);
});

test('hidden checks :: are told to nobody before the end', () => {
  const own = (...more: Event[]) =>
    view(fold(journal(...finished, ...more)), { asOfMs: at(20), viewer: { kind: 'person', person: 'bob' } })
      .own?.submissions[0];
  const before = own();
  assert.equal(
    [before?.state, before?.visiblePoints, before?.hidden, before?.points],
    ['judged', 30, undefined, undefined],
  );
  const after = own([at(16), { type: 'ended' }], [at(17), { type: 'closed' }]);
  assert.equal([after?.hidden, after?.points], [{ nulls: 'failed' }, 90]);
});

test('extra time :: is told to nobody else', () => {
  const paced: Event = [START_MS - 1, { type: 'paced', person: 'ada', factor: 2, minutes: 0 }];
  const contest = fold(journal(...finished, paced));
  for (const viewer of [PUBLIC, { kind: 'person', person: 'bob' } as const])
    assert.not.match(JSON.stringify(view(contest, { asOfMs: at(11), viewer })), String(at(30)));
  assert.is(view(contest, { asOfMs: at(11), viewer: { kind: 'person', person: 'ada' } }).own?.endMs, at(30));
});

test('queue :: the newest of each person waits, earlier ones are replaced', () => {
  const contest = fold(
    journal(
      ...lobby,
      submitted('ada', 'a1', at(1)),
      submitted('bob', 'b1', at(2)),
      submitted('ada', 'a2', at(3), { replaces: 'a1' }),
    ),
  );
  const states = (person: string) =>
    view(contest, { asOfMs: at(4), viewer: { kind: 'person', person } }).own?.submissions.map(
      ({ state, queuePlace }) => [state, queuePlace],
    );
  assert.equal(states('ada'), [
    ['replaced', undefined],
    ['waiting', 2],
  ]);
  assert.equal(states('bob'), [['waiting', 1]]);
});

test.run();
