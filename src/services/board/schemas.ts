const TITLE = { type: 'string', minLength: 1, maxLength: 80 } as const;
const TEXT = { type: 'string', maxLength: 2_000 } as const;
const AUTHOR = { type: 'string', minLength: 1, maxLength: 40 } as const;
const TAG = ['board'];

/** A whole notice, as POST and PUT want it. */
const DRAFT = {
  type: 'object',
  required: ['title', 'text', 'author'],
  additionalProperties: false,
  properties: { title: TITLE, text: TEXT, author: AUTHOR },
} as const;

/** Only what should change, as PATCH wants it. */
const PART = { ...DRAFT, required: [], minProperties: 1 } as const;

const KEY = {
  type: 'object',
  properties: {
    'idempotency-key': {
      type: 'string',
      minLength: 1,
      maxLength: 100,
      description: 'The same key and body again: the first answer again, and no second notice.',
    },
  },
} as const;

const IF_MATCH = {
  type: 'object',
  properties: {
    'if-match': { type: 'string', description: 'The ETag that you read. Another version: 412.' },
  },
} as const;

/** What `/docs` says about the board, and what a body must look like. */
export const SCHEMAS = {
  list: {
    tags: TAG,
    summary: 'All notices, by id',
    querystring: { type: 'object', properties: { author: { type: 'string' } } },
  },
  add: { tags: TAG, summary: 'Adds a notice: 201 and its Location', body: DRAFT, headers: KEY },
  read: { tags: TAG, summary: 'One notice, with its ETag; If-None-Match saves the body (304)' },
  put: {
    tags: TAG,
    summary: 'Puts a whole notice at this id: 201 when new, 200 when replaced',
    body: DRAFT,
    headers: IF_MATCH,
  },
  change: { tags: TAG, summary: 'Changes the parts that you send', body: PART, headers: IF_MATCH },
  remove: { tags: TAG, summary: 'Removes it: 204; a second time: 404', headers: IF_MATCH },
  reset: { tags: TAG, summary: 'The board as it was at the start' },
} as const;
