/** What a client may say about a notice. */
export interface Draft {
  readonly title: string;
  readonly text: string;
  readonly author: string;
}

export interface Notice extends Draft {
  readonly id: number;
  /** Counts the changes from 1 on; the ETag is made of it. */
  readonly version: number;
  /** A locked notice can be read only. */
  readonly locked: boolean;
}

/** How a change of the board ended. */
export type Outcome =
  | { readonly kind: 'created' | 'changed' | 'removed'; readonly notice: Notice }
  | { readonly kind: 'missing' | 'full' }
  | { readonly kind: 'locked'; readonly notice: Notice }
  | { readonly kind: 'stale'; readonly notice: Notice | undefined };

/** May this notice (or its absence) be changed? The client's If-Match and If-None-Match, as a question. */
export type Precondition = (current: Notice | undefined) => boolean;

export interface Board {
  list(): readonly Notice[];
  get(id: number): Notice | undefined;
  add(draft: Draft): Outcome;
  /** Puts a notice at an id, whether there was one or not: doing it twice leaves the same board. */
  put(id: number, draft: Draft, may?: Precondition): Outcome;
  change(id: number, part: Partial<Draft>, may?: Precondition): Outcome;
  remove(id: number, may?: Precondition): Outcome;
  /** Back to the first notices. */
  reset(): void;
}

export const MOST_NOTICES = 200;

const FIRST_NOTICES: readonly (Draft & { readonly locked: boolean })[] = [
  {
    title: 'House rules',
    text: 'Anyone may read, write, change and remove notices. This one stays.',
    author: 'caretaker',
    locked: true,
  },
  { title: 'Lost: one semicolon', text: 'Last seen at the end of line 12.', author: 'mette', locked: false },
  {
    title: 'Air sensor on the roof',
    text: 'Back on Thursday, with new batteries.',
    author: 'li',
    locked: false,
  },
];

const ALWAYS: Precondition = () => true;

/**
 * A notice board in memory. It holds `most` notices at the most; ids are never given twice until it is reset.
 *
 * @example
 * const board = createBoard();
 * board.add({ title: 'Tea', text: 'At three.', author: 'ana' }); // { kind: 'created', notice: { id: 4, … } }
 */
export function createBoard({ most = MOST_NOTICES }: { readonly most?: number } = {}): Board {
  const notices = new Map<number, Notice>();
  const next = { id: 1 };
  const keep = (notice: Notice, kind: 'created' | 'changed'): Outcome => {
    notices.set(notice.id, notice);
    next.id = Math.max(next.id, notice.id + 1);
    return { kind, notice };
  };
  const create = (id: number, draft: Draft): Outcome =>
    notices.size >= most ? { kind: 'full' } : keep({ id, ...draft, version: 1, locked: false }, 'created');
  const board: Board = {
    list: () => [...notices.values()].sort((a, b) => a.id - b.id),
    get: (id) => notices.get(id),
    add: (draft) => create(next.id, draft),
    put: (id, draft, may = ALWAYS) => {
      const current = notices.get(id);
      if (current === undefined)
        return may(undefined) ? create(id, draft) : { kind: 'stale', notice: undefined };
      return (
        obstacle(current, may) ?? keep({ ...current, ...draft, version: current.version + 1 }, 'changed')
      );
    },
    change: (id, part, may = ALWAYS) => {
      const current = notices.get(id);
      if (current === undefined) return { kind: 'missing' };
      return obstacle(current, may) ?? keep({ ...current, ...part, version: current.version + 1 }, 'changed');
    },
    remove: (id, may = ALWAYS) => {
      const current = notices.get(id);
      if (current === undefined) return { kind: 'missing' };
      const stopped = obstacle(current, may);
      if (stopped !== undefined) return stopped;
      notices.delete(id);
      return { kind: 'removed', notice: current };
    },
    reset: () => {
      notices.clear();
      next.id = 1;
      for (const { locked, ...draft } of FIRST_NOTICES)
        keep({ id: next.id, ...draft, version: 1, locked }, 'created');
    },
  };
  board.reset();
  return board;
}

function obstacle(notice: Notice, may: Precondition): Outcome | undefined {
  if (!may(notice)) return { kind: 'stale', notice };
  return notice.locked ? { kind: 'locked', notice } : undefined;
}
