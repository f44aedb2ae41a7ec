import { AUTHORS, COMMENTS, HEADLINES } from './headlines.ts';

/** An item in the shape of Hacker News: what a field means depends on `type`, and most are optional. */
export type Item =
  | {
      readonly by: string;
      readonly descendants?: number;
      readonly id: number;
      readonly kids?: readonly number[];
      readonly score: number;
      readonly text?: string;
      readonly time: number;
      readonly title: string;
      readonly type: 'story' | 'job';
      readonly url?: string;
    }
  | {
      readonly by: string;
      readonly id: number;
      readonly parent: number;
      readonly text: string;
      readonly time: number;
      readonly type: 'comment';
    }
  | {
      readonly deleted: true;
      readonly id: number;
      readonly parent: number;
      readonly time: number;
      readonly type: 'comment';
    };

export type Story = Extract<Item, { readonly type: 'story' | 'job' }>;
export type ListName = 'top' | 'new' | 'best' | 'ask' | 'show' | 'job';

const FIRST_ID = 50_000_001;
/** Comments of one story have the ids that follow it. */
const IDS_PER_STORY = 10;
const NEWEST_S = Date.parse('2026-11-20T12:00:00Z') / 1000;
const STORY_EVERY_S = 2_220;
const EVERY_FIFTH = 5;
const DELETED_EVERY = 13;

const STORIES: readonly Story[] = HEADLINES.map(({ title, kind }, index) => {
  const id = FIRST_ID + index * IDS_PER_STORY;
  const comments = kind === 'job' ? 0 : (index * 7) % EVERY_FIFTH;
  return {
    by: pick(AUTHORS, index),
    ...(kind === 'job' ? {} : { descendants: comments }),
    id,
    ...(comments === 0 ? {} : { kids: Array.from({ length: comments }, (_, nth) => id + nth + 1) }),
    score: kind === 'job' ? 1 : 400 - index * 5 + ((index * 37) % 60),
    ...(kind === 'ask' ? { text: 'We argue about it every Friday. What do you say?' } : {}),
    time: NEWEST_S - ((index * 29) % HEADLINES.length) * STORY_EVERY_S,
    title,
    type: kind === 'job' ? 'job' : 'story',
    // Without an address it is a question, or a job at a company without a page.
    ...(kind === 'ask' || (kind === 'job' && index % 2 === 1)
      ? {}
      : { url: `https://gazette.example/${slug(title)}` }),
  };
});

const REPLIES: readonly Item[] = STORIES.flatMap(({ id: parent, kids = [], time }) =>
  kids.map((id, nth): Item => {
    const at = { id, parent, time: time + (nth + 1) * 600, type: 'comment' as const };
    if (id % DELETED_EVERY === 0) return { deleted: true, ...at };
    return { by: pick(AUTHORS, id), ...at, text: pick(COMMENTS, id * 3 + nth) };
  }),
);

const ITEMS = new Map<number, Item>([...STORIES, ...REPLIES].map((item) => [item.id, item]));

/** The item of that id; undefined when there is none. */
export function itemOf(id: number): Item | undefined {
  return ITEMS.get(id);
}

export function newestId(): number {
  return Math.max(...ITEMS.keys());
}

export function allStories(): readonly Story[] {
  return STORIES;
}

/** The ids of a front page. */
export function listOf(name: ListName): readonly number[] {
  const kindAt = (index: number) => HEADLINES[index]?.kind;
  const wanted = STORIES.filter((_, index) =>
    name === 'ask' || name === 'show' || name === 'job'
      ? kindAt(index) === name
      : kindAt(index) !== 'job' || name === 'top',
  );
  const order =
    name === 'new' ? (a: Story, b: Story) => b.time - a.time : (a: Story, b: Story) => b.score - a.score;
  return [...wanted].sort(order).map(({ id }) => id);
}

function slug(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}

function pick<Value>(list: readonly [Value, ...Value[]], index: number): Value {
  return list[index % list.length] ?? list[0];
}
