import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Exercise } from '../exercise.ts';
import { type Graded, type Kit, problemsOf } from '../gate.ts';

const NAME = 'exercise-cups';
const STARTER = '// TODO\nexport async function count() {}\n';
const NOTEBOOK = JSON.stringify({
  cells: [{ cell_type: 'markdown', source: ['See [the list](README.md).'] }],
});

/** A miniature kit in which everything is right. */
const FILES: Readonly<Record<string, string>> = {
  'README.md':
    '# Cups and tea\n\nSee [below](#cups-and-tea), [more](exercises/README.md#more) and [there](https://a.example).\n',
  'exercises/README.md': '## More\n\n`[no](link.md)`\n',
  [`exercises/${NAME}.ts`]: STARTER,
  [`exercises/${NAME}.ipynb`]: NOTEBOOK,
  [`grader/starters/${NAME}.ts`]: STARTER,
  [`grader/starters/${NAME}.ipynb`]: NOTEBOOK,
  'grader/starters/README.md': '',
  [`grader/checks/${NAME}.ts`]: '',
  [`solutions/${NAME}.ts`]: 'export const count = async () => 3;\n',
  [`solutions/${NAME}.ipynb`]: '{}',
};

const EXERCISE: Exercise = {
  name: NAME,
  title: 'Cups',
  minutes: 1,
  parts: [{ id: 'count', title: 'Count', export: 'count' }],
  trials: [{ id: 'all', title: 'all', tier: 'visible', points: { count: 100 }, change: (world) => world }],
  gate: 'all',
  hints: [{ part: 'count', rungs: ['How many?', 'Use length.', 'cups.length'] }],
  cities: [],
  calls: () => [],
  judge: () => ({ kind: 'passed' }),
};

const PASSED: Graded = { verdict: 'passed', points: 100, worth: 100, mistakes: [] };
const NOTHING: Graded = { verdict: 'not yet', points: 0, worth: 100, mistakes: [] };
const NAMED: Graded = { ...NOTHING, mistakes: ['one-more'] };

interface Break {
  readonly files?: Readonly<Record<string, string | undefined>>;
  readonly exercise?: Partial<Exercise>;
  readonly graded?: Readonly<Record<string, Graded>>;
  readonly kit?: Partial<Kit>;
}

/** The problems of the miniature kit with one thing broken. */
async function problems({ files = {}, exercise = {}, graded = {}, kit = {} }: Break = {}): Promise<string[]> {
  const home = mkdtempSync(join(tmpdir(), 'airlab-gate-'));
  try {
    for (const [path, text] of Object.entries({ ...FILES, ...files })) {
      if (text === undefined) continue;
      mkdirSync(dirname(join(home, path)), { recursive: true });
      writeFileSync(join(home, path), text);
    }
    const results: Readonly<Record<string, Graded>> = {
      [`solutions/${NAME}.ts`]: PASSED,
      [`solutions/${NAME}.ipynb`]: PASSED,
      'planted.ts': NAMED,
      ...graded,
    };
    return await problemsOf({
      home,
      names: [NAME],
      planted: { [NAME]: { file: 'planted.ts', mistake: 'one-more' } },
      load: async () => ({ ...EXERCISE, ...exercise }),
      grade: async (_, file) => results[file] ?? NOTHING,
      ...kit,
    });
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

const test = suite('gate');

test('a whole kit :: no problems', async () => {
  assert.equal(await problems(), []);
});

const BROKEN: Readonly<Record<string, [Break, string]>> = {
  'solution that fails': [
    { graded: { [`solutions/${NAME}.ts`]: { ...PASSED, verdict: 'not yet', points: 82 } } },
    `solutions/${NAME}.ts gets "not yet", 82/100; a solution must pass in full`,
  ],
  'solution notebook that is not robust': [
    { graded: { [`solutions/${NAME}.ipynb`]: { ...PASSED, points: 82 } } },
    `solutions/${NAME}.ipynb gets "passed", 82/100; a solution must pass in full`,
  ],
  'starter that has points': [
    { graded: { [`grader/starters/${NAME}.ts`]: { ...NOTHING, points: 5 } } },
    `grader/starters/${NAME}.ts gets "not yet", 5 points; a starter must get "not yet" and 0`,
  ],
  'starter that cannot be checked': [
    { graded: { [`grader/starters/${NAME}.ipynb`]: { ...NOTHING, verdict: 'could not check' } } },
    `grader/starters/${NAME}.ipynb gets "could not check", 0 points; a starter must get "not yet" and 0`,
  ],
  'planted mistake that passes': [
    { graded: { 'planted.ts': { ...PASSED, mistakes: ['one-more'] } } },
    'planted.ts gets "passed"; a planted mistake must not pass',
  ],
  'planted mistake under another name': [
    { graded: { 'planted.ts': { ...NOTHING, mistakes: ['one-less'] } } },
    'planted.ts: "one-more" is not named, but one-less',
  ],
  'nothing planted': [{ kit: { planted: {} } }, `${NAME}: no wrong answer is planted in grader/authoring.ts`],
  'starter that was changed': [
    { files: { [`exercises/${NAME}.ts`]: `${STARTER}// better` } },
    `exercises/${NAME}.ts differs from grader/starters/: npm run check -- --keep-starters if that is meant`,
  ],
  'check that is missing': [
    { files: { [`grader/checks/${NAME}.ts`]: undefined } },
    `grader/checks/${NAME}.ts is missing`,
  ],
  'solution notebook that is missing': [
    { files: { [`solutions/${NAME}.ipynb`]: undefined } },
    `solutions/${NAME}.ipynb is missing`,
  ],
  'solution without the function': [
    { files: { [`solutions/${NAME}.ts`]: 'export const counts = 3;\n' } },
    `solutions/${NAME}.ts does not export count`,
  ],
  'no TODO': [
    {
      files: {
        [`exercises/${NAME}.ts`]: 'export function count() {}',
        [`grader/starters/${NAME}.ts`]: 'export function count() {}',
      },
    },
    `exercises/${NAME}.ts has 0 TODO for 1 parts`,
  ],
  'stray file': [
    { files: { 'solutions/exercise-old.ts': '' } },
    'solutions/exercise-old.ts belongs to no exercise in grader/exercises.ts',
  ],
  'another name inside': [
    { exercise: { name: 'exercise-mugs' } },
    `grader/checks/${NAME}.ts calls itself "exercise-mugs"`,
  ],
  'points that are not 100': [
    { exercise: { trials: EXERCISE.trials.map((trial) => ({ ...trial, points: { count: 90 } })) } },
    `${NAME}: the points of its trials sum to 90, not 100`,
  ],
  'gate that is no trial': [{ exercise: { gate: 'values' } }, `${NAME}: there is no gate trial "values"`],
  'two hints': [
    { exercise: { hints: [{ part: 'count', rungs: ['How?', ' ', 'So.'] }] } },
    `${NAME}: part count has 2 hints, not three`,
  ],
  'hint that is no question': [
    { exercise: { hints: [{ part: 'count', rungs: ['Count.', 'Use length.', 'cups.length'] }] } },
    `${NAME}: the first hint of part count is not a question`,
  ],
  'link to a file that is not there': [
    { files: { 'notes/a.md': '[x](b.md)' } },
    'notes/a.md links to b.md, which does not exist',
  ],
  'link to a heading that is not there': [
    { files: { 'README.md': '# Cups\n[x](#tea)' } },
    'README.md links to #tea, but there is no such heading',
  ],
  'link in a notebook': [
    {
      files: {
        'notebooks/01.ipynb': JSON.stringify({ cells: [{ cell_type: 'markdown', source: '[x](02.ipynb)' }] }),
      },
    },
    'notebooks/01.ipynb links to 02.ipynb, which does not exist',
  ],
};

for (const [name, [change, problem]] of Object.entries(BROKEN)) {
  test(`${name} :: that problem and no other`, async () => {
    assert.equal(await problems(change), [problem]);
  });
}

test.run();
