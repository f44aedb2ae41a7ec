import type { FastifyInstance, FastifyRequest } from 'fastify';
import { allStories, type Story } from './items.ts';

interface Ask {
  readonly Querystring: Readonly<Record<string, string | undefined>>;
}

const USUAL_PER_PAGE = 20;
const MOST_PER_PAGE = 1_000;
const SCHEMA = {
  tags: ['news'],
  summary: 'Algolia style: one call instead of one for each item',
  querystring: {
    type: 'object',
    properties: Object.fromEntries(
      ['query', 'tags', 'page', 'hitsPerPage'].map((name) => [name, { type: 'string' }]),
    ),
  },
};

/** The twin of the Hacker News search. */
export async function newsSearch(app: FastifyInstance): Promise<void> {
  app.get<Ask>('/api/v1/search', { schema: SCHEMA }, (request) =>
    answer(request, (a, b) => b.score - a.score),
  );
  app.get<Ask>('/api/v1/search_by_date', { schema: SCHEMA }, (request) =>
    answer(request, (a, b) => b.time - a.time),
  );
}

function answer({ query }: FastifyRequest<Ask>, order: (a: Story, b: Story) => number) {
  const words = (query.query ?? '')
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const tags = (query.tags ?? '').split(',').filter((tag) => tag !== '');
  const found = allStories()
    .filter(({ title }) => words.every((word) => title.toLowerCase().includes(word)))
    .filter((story) => tags.every((tag) => tagsOf(story).includes(tag)))
    .sort(order);
  const hitsPerPage = Math.min(MOST_PER_PAGE, wholeOf(query.hitsPerPage, USUAL_PER_PAGE));
  const page = wholeOf(query.page, 0);
  return {
    exhaustiveNbHits: true,
    hits: found.slice(page * hitsPerPage, (page + 1) * hitsPerPage).map(hitOf),
    hitsPerPage,
    nbHits: found.length,
    nbPages: Math.ceil(found.length / Math.max(1, hitsPerPage)),
    page,
    params: new URLSearchParams(
      Object.entries(query).map(([name, value = '']): [string, string] => [name, value]),
    ).toString(),
    processingTimeMS: 1,
    query: query.query ?? '',
  };
}

function hitOf(story: Story) {
  const { by, descendants = 0, id, kids = [], score, time, title, url } = story;
  return {
    _tags: tagsOf(story),
    author: by,
    children: kids,
    created_at: new Date(time * 1000).toISOString().replace('.000', ''),
    created_at_i: time,
    num_comments: descendants,
    objectID: String(id),
    points: score,
    story_id: id,
    title,
    ...(url === undefined ? {} : { url }),
  };
}

function tagsOf({ by, id, title, type }: Story): readonly string[] {
  const more = title.startsWith('Ask: ') ? ['ask_hn'] : title.startsWith('Show: ') ? ['show_hn'] : [];
  return [type, `author_${by}`, `story_${id}`, ...more];
}

function wholeOf(text: string | undefined, usual: number): number {
  return text !== undefined && /^\d{1,5}$/.test(text) ? Number(text) : usual;
}
