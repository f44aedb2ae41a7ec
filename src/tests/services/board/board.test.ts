import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { type Board, createBoard, type Draft, type Notice } from '../../../services/board/board.ts';

const DRAFT: Draft = { title: 'Tea', text: 'At three.', author: 'ana' };
const MOST = 8;

interface Model {
  readonly notices: Map<number, Notice>;
  nextId: number;
}

type Command = fc.Command<Model, Board>;

const draft = fc.record({
  title: fc.string({ minLength: 1 }),
  text: fc.string(),
  author: fc.string({ minLength: 1 }),
});
const id = fc.integer({ min: 1, max: 12 });

const isLocked = (model: Model, at: number) => model.notices.get(at)?.locked === true;

/** A command as what the model expects, and what the board does. */
function command(text: string, expect: (model: Model) => string, act: (board: Board) => string): Command {
  return {
    check: () => true,
    run: (model, board) => {
      assert.is(act(board), expect(model), text);
      assert.equal(
        [...board.list()].map(({ id: one }) => one),
        [...model.notices.keys()].sort((a, b) => a - b),
      );
      for (const notice of board.list()) assert.equal(notice, model.notices.get(notice.id));
    },
    toString: () => text,
  };
}

function create(model: Model, at: number, given: Draft): string {
  if (model.notices.size >= MOST) return 'full';
  model.notices.set(at, { id: at, ...given, version: 1, locked: false });
  model.nextId = Math.max(model.nextId, at + 1);
  return 'created';
}

function change(model: Model, at: number, part: Partial<Draft>): string {
  const known = model.notices.get(at);
  if (known === undefined) return 'missing';
  if (known.locked) return 'locked';
  model.notices.set(at, { ...known, ...part, version: known.version + 1 });
  return 'changed';
}

const commands = fc.commands(
  [
    draft.map((given) =>
      command(
        'add',
        (model) => create(model, model.nextId, given),
        (board) => board.add(given).kind,
      ),
    ),
    fc.tuple(id, draft).map(([at, given]) =>
      command(
        `put ${at}`,
        (model) => (model.notices.has(at) ? change(model, at, given) : create(model, at, given)),
        (board) => board.put(at, given).kind,
      ),
    ),
    fc.tuple(id, fc.string()).map(([at, text]) =>
      command(
        `change ${at}`,
        (model) => change(model, at, { text }),
        (board) => board.change(at, { text }).kind,
      ),
    ),
    id.map((at) =>
      command(
        `remove ${at}`,
        (model) => {
          if (!model.notices.has(at)) return 'missing';
          if (isLocked(model, at)) return 'locked';
          model.notices.delete(at);
          return 'removed';
        },
        (board) => board.remove(at).kind,
      ),
    ),
  ],
  { maxCommands: 40 },
);

test('board :: any order of commands :: as the model says', () => {
  fc.assert(
    fc.property(commands, (all) => {
      const board = createBoard({ most: MOST });
      const notices = new Map(board.list().map((notice) => [notice.id, notice]));
      fc.modelRun(() => ({ model: { notices, nextId: 4 }, real: board }), all);
    }),
    { numRuns: 300 },
  );
});

test('board :: put :: a second time changes nothing but the version', () => {
  const board = createBoard();
  assert.is(board.put(9, DRAFT).kind, 'created');
  const { version: _first, ...once } = board.get(9) ?? {};
  assert.is(board.put(9, DRAFT).kind, 'changed');
  const { version: _second, ...twice } = board.get(9) ?? {};
  assert.equal(twice, once);
});

test('board :: ids :: not given again after a removal', () => {
  const board = createBoard();
  const first = board.add(DRAFT);
  assert.is(first.kind === 'created' && first.notice.id, 4);
  board.remove(4);
  const second = board.add(DRAFT);
  assert.is(second.kind === 'created' && second.notice.id, 5);
});

test('board :: reset :: the first notices, and ids from the start', () => {
  const board = createBoard();
  const before = board.list();
  board.add(DRAFT);
  board.remove(2);
  board.reset();
  assert.equal(board.list(), before);
  assert.is(board.list()[0]?.locked, true);
});

test.run();
