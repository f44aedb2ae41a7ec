import type { Check, Judgement } from '../../teaching/lesson.ts';
import { BROKEN, type Client, clientOf, closeApp, type PlayedAir, playAir, type Reply } from './played.ts';

/** Not the cities of the notebook: an answer must follow from what the service says. */
const CITIES = { lima: 31.4, oslo: 4.2, quito: 0, delhi: 112.5 };

type Problem = Extract<Judgement, { kind: 'not yet' | 'not tried' }>;
interface Asked {
  readonly says: string;
  readonly reply: Reply;
}

/** The composite endpoint `/air/compare?a=…&b=…`, built alone. Nine requests are sent to it. */
export const compareApp: Check = {
  id: '4.7',
  title: '/air/compare, nine requests',
  hints: [
    'Which three answers does a client need: both cities are there, one is not, and a or b was left out?',
    'A schema with required a and b gives the 400. Promise.all asks both at once. A null among the two is a 404.',
    "const querystring = { type: 'object', required: [ … ], properties: { … } };\napp.get<Two>('/air/compare', { schema: { querystring } }, async ({ query }, reply) => {\n  const [a, b] = await Promise.all([ … ]);\n  if (a === null || …) return reply.code( … ).send({ error: 'no such city' });\n  return { a, b, cleaner: a < b ? … : … };\n});",
  ],
  solution: `const text = { type: 'string' };
const querystring = { type: 'object', properties: { a: text, b: text }, required: ['a', 'b'] };
app.get<Two>('/air/compare', { schema: { querystring } }, async ({ query }, reply) => {
  const [a, b] = await Promise.all([ask(query.a), ask(query.b)]);
  if (a === null || b === null) return reply.code(404).send({ error: 'no such city' });
  return { a, b, cleaner: a < b ? query.a : query.b };
});
// What ask() throws is left alone: it becomes a 500, and that is the truth.
// Rejected: try { … } catch { return { a: null } }, a 200 that hides an outage from every client.`,
  judge: async (answer) => {
    if (typeof answer !== 'function')
      return { kind: 'not yet', says: 'Hand over the function itself: compareApp, without ().' };
    const air = playAir(CITIES);
    const app: unknown = await Reflect.apply(answer, undefined, [air.ask]);
    if (app === undefined) return { kind: 'not tried', says: 'The function returns nothing yet.' };
    const client = clientOf(app);
    if (client === undefined) return { kind: 'not yet', says: 'The function must return app.' };
    try {
      return await judged(client, air);
    } catch (error) {
      return { kind: 'not yet', says: error instanceof Error ? error.message : String(error) };
    } finally {
      await closeApp(app);
    }
  },
};

async function judged(client: Client, air: PlayedAir): Promise<Judgement> {
  const at = async (query: string): Promise<Asked> => {
    const path = `/air/compare${query}`;
    const reply = await client(path);
    return { says: `GET ${path} gets ${reply.status}`, reply };
  };
  const problem =
    goodProblem(await at('?a=lima&b=oslo'), ['lima', 'oslo']) ??
    goodProblem(await at('?a=oslo&b=lima'), ['oslo', 'lima']) ??
    goodProblem(await at('?a=delhi&b=lima'), ['delhi', 'lima']) ??
    goodProblem(await at('?a=quito&b=delhi'), ['quito', 'delhi']) ??
    unknownProblem(await at('?a=lima&b=atlantis')) ??
    unknownProblem(await at('?a=atlantis&b=lima')) ??
    leftOutProblem(await at('?a=lima')) ??
    leftOutProblem(await at('?b=lima')) ??
    outageProblem(await at(`?a=lima&b=${BROKEN}`)) ??
    orderProblem(air);
  return problem ?? { kind: 'passed', says: 'Nine requests, nine right statuses, and both cities at once.' };
}

type City = keyof typeof CITIES;

function goodProblem({ says, reply }: Asked, [a, b]: readonly [City, City]): Problem | undefined {
  const { status, body } = reply;
  if (status === 404 && String(body.message).startsWith('Route '))
    return { kind: 'not tried', says: 'The server has no route GET /air/compare yet.' };
  if (status !== 200)
    return {
      kind: 'not yet',
      says: `${says}; both cities are there.`,
      ...(status === 404 && CITIES[a] * CITIES[b] === 0
        ? { mistake: { id: 'zero-is-missing', says: 'taking 0, the cleanest air, for no value' } }
        : {}),
    };
  const wrong = [body.a, body.b].find((value, index) => value !== CITIES[index === 0 ? a : b]);
  if (wrong !== undefined || body.a === undefined || body.b === undefined)
    return {
      kind: 'not yet',
      says: `${says}, without the values of both in a and b.`,
      ...valueMistake(body),
    };
  const cleaner = CITIES[a] < CITIES[b] ? a : b;
  if (body.cleaner === cleaner) return undefined;
  const isOther = body.cleaner === a || body.cleaner === b;
  return {
    kind: 'not yet',
    says: `${says}; cleaner is not the name of the city with less PM2.5.`,
    ...(isOther ? { mistake: { id: 'more-is-cleaner', says: 'taking more dust for cleaner air' } } : {}),
  };
}

function valueMistake({ a, b }: Reply['body']): Pick<Extract<Judgement, { kind: 'not yet' }>, 'mistake'> {
  return typeof a === 'object' && a !== null && typeof b === 'object' && b !== null
    ? { mistake: { id: 'promise-is-value', says: 'an await that is missing' } }
    : {};
}

function unknownProblem({ says, reply: { status } }: Asked): Problem | undefined {
  if (status === 404) return undefined;
  const mistake =
    status < 300
      ? { id: '200-for-errors', says: 'a success in the place of an error' }
      : status >= 500
        ? { id: 'unknown-is-crash', says: 'telling the client that your server is broken' }
        : { id: 'unknown-is-malformed', says: 'taking an unknown city for a question of the wrong form' };
  return { kind: 'not yet', says: `${says}; there is no atlantis.`, mistake };
}

function leftOutProblem({ says, reply: { status } }: Asked): Problem | undefined {
  if (status === 400 || status === 422) return undefined;
  return {
    kind: 'not yet',
    says: `${says}; a part of the question is missing.`,
    mistake: { id: 'input-not-checked', says: 'a schema that does not require both a and b' },
  };
}

function outageProblem({ says, reply: { status } }: Asked): Problem | undefined {
  if (status >= 500) return undefined;
  return {
    kind: 'not yet',
    says: `${says}; the air service behind it is down.`,
    mistake:
      status < 300
        ? { id: '200-for-errors', says: 'a success in the place of an error' }
        : { id: 'outage-is-unknown', says: "giving the client the blame for a service's trouble" },
  };
}

function orderProblem(air: PlayedAir): Problem | undefined {
  if (air.mostAtOnce() >= 2) return undefined;
  return {
    kind: 'not yet',
    says: 'All statuses and values are right. The second city is asked after the first has answered.',
    mistake: { id: 'await-makes-parallel', says: 'the belief that await lets things run side by side' },
  };
}
