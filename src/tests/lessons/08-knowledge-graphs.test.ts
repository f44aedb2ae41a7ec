import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { openGraph } from '../../databases/graph.ts';
import { openTriples } from '../../databases/triples.ts';
import { timeHops } from '../../lessons/08-knowledge-graphs/hops.ts';
import { lesson } from '../../lessons/08-knowledge-graphs.ts';
import { missingSmog } from '../../mysteries/missing-smog.ts';
import { db_create } from '../../sql/create.ts';
import type { Judgement } from '../../teaching/lesson.ts';

const schools = (...names: readonly string[]) => names.map((school) => ({ school }));
const iris = (...names: readonly string[]) =>
  schools(...names.map((name) => `https://airlab.example/${name}`));
const harms = (who: string, what: string) => ({ who, what });
const replies = (...says: readonly string[]) => ({ all: () => says.map((one) => ({ says: one })) });
const SOLVED = 'Yes. It was Somebody. Both mysteries are solved.';

/** Right answers to each check, and wrong ones with the mistake that must be named. */
const ANSWERS: Readonly<
  Record<
    string,
    { readonly right: readonly unknown[]; readonly wrong: readonly (readonly [string, unknown])[] }
  >
> = {
  '8.2': {
    right: [schools('Mill')],
    wrong: [
      ['arrow-turned', schools('Hill')],
      ['no-arrow', schools('Hill', 'Mill')],
      ['any-number-of-steps', schools('Mill', 'Hill', 'Fjord')],
      ['no-distinct', schools('Mill', 'Mill')],
    ],
  },
  '8.4': {
    right: [iris('Mill', 'Hill', 'Fjord'), schools('Fjord', 'Mill', 'Hill')],
    wrong: [
      ['one-hop', iris('Mill')],
      ['exactly-two', iris('Hill')],
      ['fixed-hops', iris('Mill', 'Hill')],
      ['start-is-own-neighbour', iris('Mill', 'Hill', 'Fjord', 'Kiln')],
      ['no-distinct', iris('Mill', 'Hill', 'Fjord', 'Hill')],
    ],
  },
  '8.7': {
    right: [[harms('Ada', 'lungs')], [harms('https://airlab.example/Ada', 'https://airlab.example/lungs')]],
    wrong: [
      ['edge-turned', [harms('lungs', 'Ada')]],
      ['source-for-person', [harms('Kiln', 'lungs')]],
      ['one-edge-short', [harms('Ada', 'dust')]],
    ],
  },
  '8.8': {
    right: [replies(SOLVED), replies('No. Not this one.', SOLVED)],
    wrong: [['hand-for-payer', replies('Yes. He put a filter over the inlet.')]],
  },
};

const NOT_TRIED: Readonly<Record<string, unknown>> = {
  '8.2': schools('Kiln'),
  '8.4': [],
  '8.7': [],
  '8.8': replies(),
};

const test = suite('lesson 08');

test('checks :: each has its answers here', () => {
  assert.equal(lesson.checks.map(({ id }) => id).sort(), Object.keys(ANSWERS).sort());
});

test('right answers :: pass', async () => {
  for (const [id, { right }] of Object.entries(ANSWERS))
    for (const answer of right) assert.is((await judged(id, answer)).kind, 'passed', id);
});

test('wrong answers :: the mistake is named', async () => {
  for (const [id, { wrong }] of Object.entries(ANSWERS))
    for (const [mistake, answer] of wrong) {
      const judgement = await judged(id, answer);
      assert.is(judgement.kind, 'not yet', `${id} ${mistake}`);
      assert.is(judgement.kind === 'not yet' && judgement.mistake?.id, mistake, `${id} ${mistake}`);
    }
});

test('untouched cells :: are not tried', async () => {
  for (const [id, answer] of Object.entries(NOT_TRIED))
    assert.is((await judged(id, answer)).kind, 'not tried', id);
});

test('other answers :: are told apart without a guess', async () => {
  assert.match(says(await judged('8.2', 'Mill')), /column that is called school/);
  assert.match(says(await judged('8.2', [])), /No school/);
  assert.match(says(await judged('8.4', schools('Fjord'))), /expected 3/);
  assert.match(says(await judged('8.7', [harms('Ada', 'lungs'), harms('a', 'b')])), /1 more/);
  assert.match(says(await judged('8.8', {})), /database itself/);
  assert.match(says(await judged('8.8', replies('No. Nobody.'))), /Both halves/);
});

test('hints :: the last one is not the answer', () => {
  for (const { hints, solution } of lesson.checks)
    for (const line of hints[2].split('\n')) assert.not.ok(solution.includes(line), line);
});

test('options :: the right one is not the longest of all questions', () => {
  const questions = [...lesson.predictions, ...lesson.recall];
  const longest = questions.filter(({ options, right }) => {
    const mine = options.find(({ key }) => key === right)?.says.length ?? 0;
    return options.every(({ key, says: text }) => key === right || text.length < mine);
  });
  assert.ok(longest.length * 2 <= questions.length, longest.map(({ id }) => id).join(', '));
  assert.ok(new Set(questions.map(({ right }) => right)).size >= 3);
});

test('hops :: three engines count the same places, but for edges used twice', async () => {
  const db = await db_create(':memory:', '');
  const graph = await openGraph({ env: {} });
  const triples = await openTriples({ env: {} });
  const times = await timeHops([db, graph, triples], 3);
  const counts = [1, 2, 3].map((k) => times.filter(({ steps }) => steps === k).map(({ places }) => places));
  assert.equal(counts, [
    [3, 3, 3],
    [9, 9, 9],
    [27, 27, 27],
  ]);
  await graph.close();
});

test('the second mystery :: is solved by one question, in every telling', async () => {
  for (const salt of [0, 1, 7]) {
    const { second } = missingSmog(salt);
    const graph = await openGraph({ env: {} });
    await graph.run('UNWIND $things AS t CREATE (:Card {id: t.id, kind: t.kind, name: t.name})', {
      things: second.things,
    });
    for (const { source, kind, target } of second.links)
      await graph.run(`MATCH (a:Card {id: $source}), (b:Card {id: $target}) CREATE (a)-[:${kind}]->(b)`, {
        source,
        target,
      });
    const question = lesson.checks.find(({ id }) => id === '8.8')?.solution.split('\n//')[0] ?? '';
    const params = { hand: second.hand.id, station: second.station.id };
    assert.equal(await graph.run(question, params), [{ name: second.payer.name }], `salt ${salt}`);
    await graph.close();
  }
});

async function judged(id: string, answer: unknown): Promise<Judgement> {
  const check = lesson.checks.find((each) => each.id === id);
  if (check === undefined) throw new Error(`no check ${id}`);
  return check.judge(answer);
}

const says = (judgement: Judgement): string => ('says' in judgement ? (judgement.says ?? '') : '');

test.run();
