import type { FastifyInstance } from 'fastify';
import type { ConsoleView } from '../pages/contract.ts';
import { moves } from '../regrade.ts';
import { room } from '../room.ts';
import { kick, rename } from '../store/people.ts';
import { CONSOLE_COOKIE, COOKIE, TOKEN_COOKIE } from './access.ts';
import { type Action, actionSchema, eventOf } from './actions.ts';
import { exportRoutes } from './export-routes.ts';
import type { Parts } from './parts.ts';
import { Refusal } from './problems.ts';
import { mayAct } from './rules.ts';

const text = { type: 'string', minLength: 1, maxLength: 200 } as const;
const only = (name: string) =>
  ({
    body: { type: 'object', required: [name], additionalProperties: false, properties: { [name]: text } },
  }) as const;

/** What the instructor does. Everything here needs the secret of the console. */
export async function consoleRoutes(app: FastifyInstance, parts: Parts): Promise<void> {
  const { access, host, streams } = parts;
  app.post<{ Body: { secret: string } }>(
    '/api/console/session',
    { schema: only('secret'), config: { rateLimit: { max: 20 } } },
    async (request, reply) => {
      if (!(await access.isInstructor(request.body.secret)))
        throw new Refusal(401, 'NOT_INSTRUCTOR', 'This is not the secret of the console.');
      return reply.setCookie(CONSOLE_COOKIE, request.body.secret, COOKIE).code(204).send();
    },
  );
  app.post<{ Body: { token: string } }>('/api/session', { schema: only('token') }, async (request, reply) => {
    if (!(await access.memberWith(request.body.token)))
      throw new Refusal(401, 'NOT_JOINED', 'This token belongs to nobody in the contest.');
    return reply.setCookie(TOKEN_COOKIE, request.body.token, COOKIE).code(204).send();
  });
  await app.register(async (inside) => {
    inside.addHook('onRequest', (request) => access.instructor(request));
    await exportRoutes(inside, parts);
    inside.get('/api/console', async () => consoleView(parts));
    inside.get('/api/console/events', async (_request, reply) => {
      streams.add(reply, () => ({
        id: host.contest.lastId,
        json: JSON.stringify(timeless(consoleView(parts))),
      }));
    });
    inside.post<{ Body: Action }>(
      '/api/console/do',
      { schema: { body: actionSchema } },
      async (request, reply) => {
        await act(parts, request.body);
        return reply.code(204).send();
      },
    );
  });
}

/** The instructor's view, and what only this server knows. */
function consoleView({ host, about, regrading, workers }: Parts): ConsoleView {
  const { contest } = host;
  const { progress } = regrading;
  return {
    ...host.view({ kind: 'instructor' }),
    room: room(contest),
    ...about,
    workers: workers(),
    regrades: [...contest.regrades].map(([regrade, { atMs, state, results }]) => ({
      regrade,
      atMs,
      state,
      moves: state === 'proposed' ? moves(contest, results) : [],
    })),
    ...(progress ? { regrading: progress } : {}),
  };
}

/** Without the moment, so that nothing is sent while nothing changes. */
const timeless = ({ clock, ...rest }: ConsoleView): object => ({
  ...rest,
  clock: { ...clock, asOfMs: undefined },
});

async function act({ host, database, data, regrading, write }: Parts, action: Action): Promise<void> {
  await host.refresh();
  mayAct(host.contest, action, host.nowMs);
  const { person = '', nick = '' } = action;
  const event = eventOf(action, host.contest, host.nowMs);
  if (event) await write(event);
  else if (action.action === 'kick') await kick(database, data.contest, person);
  else if (action.action === 'rename') await rename(database, data.contest, { person, nick });
  else regrading.start();
}
