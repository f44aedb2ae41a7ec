import fastify, { type FastifyInstance } from 'fastify';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { askProgram } from '../../lessons/04-serve/fast-api.ts';
import { RECORDED } from '../../lessons/04-serve/recorded.ts';
import { lesson } from '../../lessons/04-serve.ts';
import type { Judgement } from '../../teaching/lesson.ts';

type Ask = (city: string) => Promise<number | null>;
type MakesApp = (ask: Ask) => FastifyInstance | undefined;
interface City {
  Params: { city: string };
}
interface Two {
  Querystring: { a: string; b: string };
}

const isNull = (value: number | null): boolean => value === null;

/** `/air/:city` with the answer to an unknown city, and what counts as unknown. */
const airApp =
  (status: number, isUnknown: (value: number | null) => boolean = isNull): MakesApp =>
  (ask) => {
    const app = fastify();
    app.get<City>('/air/:city', async ({ params }, reply) => {
      const pm25 = await ask(params.city);
      if (isUnknown(pm25)) return reply.code(status).send({ error: 'no such city' });
      return { city: params.city, pm2_5: pm25 };
    });
    return app;
  };

const text = { type: 'string' };
const required = ['a', 'b'];

interface Ways {
  readonly required?: readonly string[];
  readonly unknown?: number;
  readonly isUnknown?: (value: number | null) => boolean;
  readonly isCleaner?: (a: number, b: number) => boolean;
  readonly values?: (ask: Ask, a: string, b: string) => Promise<readonly (number | null)[]>;
}

/** `/air/compare`, right but for the ways given. */
const compareApp =
  (ways: Ways = {}): MakesApp =>
  (ask) => {
    const app = fastify();
    const querystring = {
      type: 'object',
      properties: { a: text, b: text },
      required: ways.required ?? required,
    };
    app.get<Two>('/air/compare', { schema: { querystring } }, async ({ query }, reply) => {
      const values = ways.values ?? (() => Promise.all([ask(query.a), ask(query.b)]));
      const [a = null, b = null] = await values(ask, query.a, query.b);
      const isUnknown = ways.isUnknown ?? isNull;
      if (isUnknown(a) || isUnknown(b))
        return reply.code(ways.unknown ?? 404).send({ error: 'no such city' });
      const isCleaner = (ways.isCleaner ?? ((one, other) => one < other))(a ?? 0, b ?? 0);
      return { a, b, cleaner: isCleaner ? query.a : query.b };
    });
    return app;
  };

const inARow: Ways['values'] = async (ask, a, b) => {
  const first = await ask(a);
  return [first, await ask(b)];
};
const swallowing: Ways['values'] = (ask, a, b) => Promise.all([ask(a), ask(b)]).catch(() => [1, 2]);
const swallowingAsUnknown: Ways['values'] = (ask, a, b) =>
  Promise.all([ask(a), ask(b)]).catch(() => [null, null]);

/** Another way to a right answer: a look by hand, one promise each. */
const byHand: MakesApp = (ask) => {
  const app = fastify();
  app.get<Two>('/air/compare', async ({ query }, reply) => {
    if (!query.a || !query.b) return reply.status(422).send({ error: 'a and b, please' });
    const [first, second] = [ask(query.a), ask(query.b)];
    const [a, b] = [await first, await second];
    if (a === null || b === null) return reply.status(404).send();
    return { b, a, cleaner: b > a ? query.a : query.b };
  });
  return app;
};
const constant: MakesApp = () => {
  const app = fastify();
  app.get('/air/compare', async () => ({ a: 31.4, b: 4.2, cleaner: 'oslo' }));
  return app;
};
const unawaited: MakesApp = (ask) => {
  const app = fastify();
  app.get<Two>('/air/compare', async ({ query }) => ({ a: ask(query.a), b: ask(query.b), cleaner: query.a }));
  return app;
};

const untouchedBoth = async (ask: Ask, a: string, b: string): Promise<unknown> => {
  const first = await ask(a);
  const second = await ask(b);
  return [first, second];
};

/** A right answer to each check, and wrong ones with the mistake that must be named; '' for one without a name. */
const ANSWERS: Readonly<
  Record<
    string,
    { readonly right: readonly unknown[]; readonly wrong: readonly (readonly [string, unknown])[] }
  >
> = {
  '4.2': {
    right: ['DVNA', 'd v n a', 'D, V, N, A'],
    wrong: [
      ['types-validate', 'DNVA'],
      ['validation-by-hand', 'DANV'],
      ['docs-validate', 'VDNA'],
      ['types-document', 'NVDA'],
      ['async-does-nothing', 'DVAN'],
      ['', 'DDNA'],
    ],
  },
  '4.4': {
    right: [airApp(404)],
    wrong: [
      ['zero-is-missing', airApp(404, (value) => !value)],
      ['unknown-is-crash', airApp(500)],
      ['unknown-is-malformed', airApp(400)],
      ['200-for-errors', airApp(204)],
      ['', airApp(403)],
      ['', airApp(404, () => true)],
      ['', () => ({ no: 'app' })],
      ['', airApp(404)(async () => 1)],
    ],
  },
  '4.6': {
    right: [
      (ask: Ask, a: string, b: string) => Promise.all([ask(a), ask(b)]),
      async (ask: Ask, ...cities: string[]) => {
        const sent = cities.map((city) => ask(city));
        return [await sent[0], await sent[1]];
      },
    ],
    wrong: [
      [
        'await-inside-all',
        async (ask: Ask, a: string, b: string) => Promise.all([await ask(a), await ask(b)]),
      ],
      ['await-makes-parallel', async (ask: Ask, a: string, b: string) => [await ask(a), await ask(b)]],
      ['promise-is-value', (ask: Ask, a: string, b: string) => [ask(a), ask(b)]],
      ['order-swapped', (ask: Ask, a: string, b: string) => Promise.all([ask(b), ask(a)])],
      ['', () => [31.4, 4.2]],
      ['', (ask: Ask, a: string, b: string) => Promise.race([ask(a), ask(b)])],
    ],
  },
  '4.7': {
    right: [compareApp(), byHand],
    wrong: [
      ['await-makes-parallel', compareApp({ values: inARow })],
      ['200-for-errors', compareApp({ unknown: 200 })],
      ['unknown-is-crash', compareApp({ unknown: 500 })],
      ['unknown-is-malformed', compareApp({ unknown: 400 })],
      ['zero-is-missing', compareApp({ isUnknown: (value) => !value })],
      ['input-not-checked', compareApp({ required: [] })],
      ['input-not-checked', compareApp({ required: ['a'] })],
      ['200-for-errors', compareApp({ values: swallowing, isUnknown: (value) => value === null })],
      ['outage-is-unknown', compareApp({ values: swallowingAsUnknown })],
      ['more-is-cleaner', compareApp({ isCleaner: (a, b) => a > b })],
      ['promise-is-value', unawaited],
      ['', constant],
    ],
  },
};

const NOT_TRIED: Readonly<Record<string, unknown>> = {
  '4.2': '????',
  '4.4': airApp(200),
  '4.6': untouchedBoth,
  '4.7': () => fastify(),
};

const test = suite('lesson 04');

test('checks :: each has its answers here', () => {
  assert.equal(lesson.checks.map(({ id }) => id).sort(), Object.keys(ANSWERS).sort());
});

test('right answers :: pass', async () => {
  for (const [id, { right }] of Object.entries(ANSWERS))
    for (const answer of right) {
      const judgement = await judged(id, answer);
      assert.is(judgement.kind, 'passed', `${id} ${says(judgement)}`);
    }
});

test('wrong answers :: the mistake is named', async () => {
  for (const [id, { wrong }] of Object.entries(ANSWERS))
    for (const [mistake, answer] of wrong) {
      const judgement = await judged(id, answer);
      assert.is(judgement.kind, 'not yet', `${id} ${mistake} ${answer}`);
      const named = judgement.kind === 'not yet' ? judgement.mistake?.id : undefined;
      assert.is(named ?? '', mistake, `${id} ${says(judgement)}`);
      assert.not.match(JSON.stringify(judgement), /DVNA|\b404; there is no/, id);
    }
});

test('untouched cells :: are not tried', async () => {
  for (const [id, answer] of Object.entries(NOT_TRIED))
    assert.is((await judged(id, answer)).kind, 'not tried', id);
  assert.is((await judged('4.7', () => undefined)).kind, 'not tried');
});

test('hints and options :: the answer is in none, the right option is not the longest of all', () => {
  const [gifts] = lesson.checks;
  assert.not.ok(gifts?.hints.some((hint) => hint.includes('DVNA')));
  const questions = [...lesson.predictions, ...lesson.recall];
  const longest = questions.filter(({ options, right }) => {
    const mine = options.find(({ key }) => key === right)?.says.length ?? 0;
    return options.every(({ key, says: option }) => key === right || option.length < mine);
  });
  assert.ok(longest.length * 2 <= questions.length, longest.map(({ id }) => id).join(', '));
  assert.is(new Set(questions.map(({ right }) => right)).size, 3);
});

/** Says its address as uvicorn does, and answers each request with its path. */
const UVICORN = `
const server = require('node:http').createServer((request, response) => {
  response.writeHead(request.url.includes('smog') ? 422 : 200);
  response.end('got ' + request.url);
});
server.listen(0, '127.0.0.1', () =>
  console.error('INFO:     Uvicorn running on http://127.0.0.1:' + server.address().port + ' (Press CTRL+C to quit)'));
`;

test('FastAPI :: installed :: it is asked, and ended', async () => {
  const program = { command: process.execPath, args: ['-e', UVICORN] };
  const { from, answers } = await askProgram(['/run/oslo?pm2_5=1', '/run/oslo?pm2_5=smog'], program);
  assert.match(from, /running on this computer/);
  assert.equal(answers, [
    { path: '/run/oslo?pm2_5=1', status: 200, text: 'got /run/oslo?pm2_5=1' },
    { path: '/run/oslo?pm2_5=smog', status: 422, text: 'got /run/oslo?pm2_5=smog' },
  ]);
});

test('FastAPI :: missing, broken or silent :: the recorded answers come, and say so', async () => {
  const missing = { command: 'no-such-python', args: [] };
  const broken = { command: process.execPath, args: ['-e', 'console.error("No module named uvicorn")'] };
  const silent = { command: process.execPath, args: ['-e', 'setInterval(() => {}, 1000)'], limitMs: 1 };
  for (const program of [missing, broken, silent]) {
    const { from, answers } = await askProgram(['/run/roskilde?pm2_5=smog', '/run/lima?pm2_5=1'], program);
    assert.match(from, /recorded on 2026-11-24/);
    assert.is(answers[0]?.text, RECORDED.answers['/run/roskilde?pm2_5=smog'].text);
    assert.match(answers[1]?.text ?? '', /not recorded/);
  }
});

async function judged(id: string, answer: unknown): Promise<Judgement> {
  const check = lesson.checks.find((each) => each.id === id);
  if (check === undefined) throw new Error(`no check ${id}`);
  return check.judge(answer);
}

const says = (judgement: Judgement): string => ('says' in judgement ? (judgement.says ?? '') : '');

test.run();
