import { EventSource } from 'undici';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { HEADLINES } from '../../../services/news/headlines.ts';
import { ask, servicesFor } from '../serving.ts';

const served = servicesFor(test);
const get = (path: string, headers: Record<string, string> = {}) =>
  ask(`${served.url}/news${path}`, { headers });
const body = async (path: string) => (await get(path)).json();

test('content :: sixty headlines :: all different', () => {
  assert.is(new Set(HEADLINES.map(({ title }) => title)).size, 60);
});

test('lists :: ids only :: every id leads to an item', async () => {
  const ids = await body('/v0/topstories.json');
  assert.is(ids.length, 60);
  const items = await Promise.all(ids.map((id: number) => body(`/v0/item/${id}.json`)));
  assert.equal(
    items.map(({ id }) => id),
    ids,
  );
  assert.ok(items.some((item) => !('url' in item)));
  assert.ok(items.some((item) => !('descendants' in item)));
  assert.ok(items.every(({ time }) => Number.isInteger(time) && time < 2_000_000_000));
});

test('items :: kids :: comments of that parent, some deleted', async () => {
  const ids = await body('/v0/newstories.json');
  const stories = await Promise.all(ids.map((id: number) => body(`/v0/item/${id}.json`)));
  const comments = [];
  for (const { id, kids = [], descendants } of stories) {
    assert.is(kids.length, descendants);
    for (const kid of kids) {
      const comment = await body(`/v0/item/${kid}.json`);
      assert.equal([comment.type, comment.parent], ['comment', id]);
      comments.push(comment);
    }
  }
  assert.ok(comments.some(({ deleted, text }) => deleted === true && text === undefined));
});

test('items :: unknown :: 200 and null', async () => {
  for (const id of ['1', 'abc', '99999999999']) {
    const answer = await get(`/v0/item/${id}.json`);
    assert.equal([answer.status, await answer.text()], [200, 'null'], id);
  }
});

test('lists :: by kind :: fewer, and maxitem is the newest id', async () => {
  const counts = await Promise.all(
    ['ask', 'show', 'job'].map(async (kind) => (await body(`/v0/${kind}stories.json`)).length),
  );
  assert.equal(counts, [4, 6, 4]);
  const newest = await body('/v0/maxitem.json');
  assert.ok((await body(`/v0/item/${newest}.json`)) !== null);
  assert.match(await (await get('/v0/askstories.json?print=pretty')).text(), '\n  ');
});

test('stream :: the same address by Accept :: put, then the changes', async () => {
  const ids = await body('/v0/topstories.json');
  const source = new EventSource(`${served.url}/news/v0/topstories.json?everyMs=10`);
  const puts: number[][] = [];
  await new Promise<void>((resolve) => {
    source.addEventListener('put', (event) => {
      puts.push(JSON.parse('data' in event ? String(event.data) : '{}').data);
      if (puts.length === 3) resolve();
    });
  });
  source.close();
  assert.equal(puts[0], ids);
  assert.equal(puts[2], [...ids.slice(2), ...ids.slice(0, 2)]);
});

test('search :: words, tags, pages :: hits in one call', async () => {
  const found = await body('/api/v1/search?query=air%20pollution&tags=story');
  assert.equal(
    [found.nbHits, found.hits[0].title],
    [1, 'Air pollution falls on car-free Sunday; the sensors were off'],
  );
  const all = await body('/api/v1/search?hitsPerPage=25&page=2');
  assert.equal([all.nbHits, all.nbPages, all.page, all.hits.length], [60, 3, 2, 10]);
  assert.is((await body('/api/v1/search?tags=ask_hn')).nbHits, 4);
  const [first, second] = (await body('/api/v1/search_by_date')).hits;
  assert.ok(first.created_at_i >= second.created_at_i);
  assert.is(Date.parse(first.created_at) / 1000, first.created_at_i);
  const item = await body(`/v0/item/${found.hits[0].objectID}.json`);
  assert.equal([item.by, item.score], [found.hits[0].author, found.hits[0].points]);
});

test.run();
