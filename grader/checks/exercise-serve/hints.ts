import type { Exercise } from '../../exercise.ts';

/** A question, a pointer, a skeleton: one rung at a time. */
export const hints: Exercise['hints'] = [
  {
    part: 'air',
    rungs: [
      'Three things can go wrong: there is no city in the question, nobody knows the city, Open-Meteo has no answer. Whose fault is each, and which first digit says so?',
      'A schema with required: ["city"] gives the 400 by itself. places.get(city) is undefined for an unknown city: 404. What lastHour throws is caught with try and catch, inside the handler: 502.',
      `app.get<AirQuestion>('/air', { schema: { querystring } }, async ({ query }, reply) => {
  const place = places.get(query.city);
  if (place === undefined) return reply.code(/* … */).send({ error: 'no such city' });
  try {
    return { city: query.city, ...(await lastHour(place)) };
  } catch (error) {
    return reply.code(/* … */).send({ error: /* … */ });
  }
});`,
    ],
  },
  {
    part: 'compare',
    rungs: [
      'Three cities, and each answer of Open-Meteo takes three seconds. How long does your client wait: three seconds, or nine?',
      'names.map(...) makes a list of promises, and Promise.all waits for all of them, in their order. Look for unknown cities before you ask. For the cleanest, leave out those without a value.',
      `const names = query.cities.split(',');
const asked = names.map((name) => places.get(name));
if (/* one is undefined */) return reply.code(404).send({ error: 'no such city' });
const hours = await Promise.all(asked.map(/* … */));
const cities = names.map((city, index) => ({ city, pm2_5: hours[index].pm2_5 }));
const [cleanest] = cities.filter(/* has a value */).sort(/* least first */);`,
    ],
  },
  {
    part: 'run',
    rungs: [
      'What is null <= 15 in JavaScript? And who looks at the body of a POST before your function does?',
      'A schema for `body` works like one for `querystring`: required: ["city"], and for limit { type: "number", exclusiveMinimum: 0, default: 15 }. When pm2_5 is null, nobody knows: run is null.',
      `const body = {
  type: 'object',
  required: ['city'],
  properties: { city: { type: 'string' }, limit: { type: 'number', exclusiveMinimum: 0, default: /* … */ } },
};
app.post<RunQuestion>('/run', { schema: { body } }, async (call, reply) => {
  const { city, limit } = call.body;
  // … the same 404 and 502 as in part 1
  return { city, pm2_5, limit, run: pm2_5 === null ? null : /* … */ };
});`,
    ],
  },
];
