import type { Check, Judgement } from '../../teaching/lesson.ts';
import { type Client, clientOf, closeApp, playAir } from './played.ts';

/** Zero is clean air, and a city like any other. */
const CITIES = { lima: 31.4, oslo: 0 };

/** `/air/:city` with a blank: the status of a city that is not there. The answer is the function that makes the server. */
export const airApp: Check = {
  id: '4.4',
  title: 'A city that is not there',
  hints: [
    'Whose mistake is it when somebody asks for a city that you do not have: theirs or yours?',
    'A 4xx says that the question is at fault. Which of them says that the thing was not found?',
    'return reply.code(4__).send({ … });',
  ],
  solution: `if (pm2_5 === null) return reply.code(404).send({ error: 'no such city' });
// Rejected: if (!pm2_5) …, which sends the cleanest air, 0, away with a 404.`,
  judge: async (answer) => {
    if (typeof answer !== 'function')
      return { kind: 'not yet', says: 'Hand over the function itself: airApp, without ().' };
    const { ask } = playAir(CITIES);
    const app: unknown = await Reflect.apply(answer, undefined, [ask]);
    const client = clientOf(app);
    if (client === undefined) return { kind: 'not yet', says: 'The function must return app.' };
    try {
      return (await judgedKnown(client)) ?? judgedUnknown(await client('/air/atlantis'));
    } catch (error) {
      return { kind: 'not yet', says: error instanceof Error ? error.message : String(error) };
    } finally {
      await closeApp(app);
    }
  },
};

async function judgedKnown(client: Client): Promise<Judgement | undefined> {
  for (const [city, pm25] of Object.entries(CITIES)) {
    const { status, body } = await client(`/air/${city}`);
    if (status === 200 && body.pm2_5 === pm25) continue;
    return status === 404 && pm25 === 0
      ? {
          kind: 'not yet',
          says: `${city} has a value of 0, and gets ${status}.`,
          mistake: { id: 'zero-is-missing', says: 'taking 0, the cleanest air, for no value' },
        }
      : { kind: 'not yet', says: `${city} is there, and gets ${status} without its value.` };
  }
  return undefined;
}

function judgedUnknown({ status }: { readonly status: number }): Judgement {
  if (status === 404) return { kind: 'passed', says: 'Programs see it at the status, people at the body.' };
  if (status === 200)
    return { kind: 'not tried', says: 'atlantis still gets 200, as a city that is there does.' };
  return { kind: 'not yet', says: `atlantis gets ${status}.`, ...mistakeOf(status) };
}

function mistakeOf(status: number) {
  if (status >= 500)
    return { mistake: { id: 'unknown-is-crash', says: 'telling the client that your server is broken' } };
  if (status >= 200 && status < 300)
    return { mistake: { id: '200-for-errors', says: 'a success in the place of an error' } };
  if (status === 400 || status === 422)
    return {
      mistake: { id: 'unknown-is-malformed', says: 'a question of the wrong form; this form is right' },
    };
  return {};
}
