import type { Exercise } from '../../exercise.ts';

/** A question, a pointer, a skeleton: one rung at a time. */
export const hints: Exercise['hints'] = [
  {
    part: 'places',
    rungs: [
      'A search that finds nothing: is that an error of the visitor, of Open-Meteo, or an answer like others?',
      'searchPlaces(name) gives { places }, with all fields that are asked for. A schema with required: ["name"] and minLength: 1 gives the 400 by itself. What searchPlaces throws is caught, and told as a 502.',
      `const text = { type: 'string', minLength: 1 };
const querystring = { type: 'object', properties: { name: text }, required: ['name'] };
app.get<NameQuestion>('/api/places', { schema: { querystring } }, async ({ query }, reply) => {
  try {
    const { places } = await searchPlaces(query.name);
    return { places };
  } catch (error) {
    return reply.code(/* … */).send({ error: /* … */ });
  }
});`,
    ],
  },
  {
    part: 'recent',
    rungs: [
      'When does the day begin in Beijing, and which of the two times of an hour says so: time or local?',
      'searchPlaces(city, { countryCode: country }) looks in one country only; no hit is a 404. airQuality({ place, hourly: ["pm2_5", "european_aqi"], ...WINDOW }) gives hours; the first ten letters of `local` are the day. One null in a day, and its mean is null. For the cache: a Map from the question to { untilMs, answer }. airlab is patient, ten seconds a try; visitors are not: { http: createHttp({ timeoutMs: 4_000 }) }.',
      `const dates = [...new Set(air.hourly.map(({ local }) => local.slice(0, 10)))];
const days = dates.map((date) => {
  const hours = air.hourly.filter(({ local }) => local.startsWith(date));
  const values = hours.map(({ pm2_5 }) => pm2_5);
  const mean = values.includes(null) ? null : /* sum / length */;
  const aboveWho = mean === null ? null : mean > WHO_2021.pm2_5.day;
  return { date, pm2_5: /* one decimal */, aboveWho, aqi: /* Math.max */, forecast: date >= today };
});
// today: new Intl.DateTimeFormat('sv-SE', { timeZone: place.timezone }).format(Date.now())`,
    ],
  },
  {
    part: 'page',
    rungs: [
      'What does a page show for a day without a value: nothing, 0, or words? And who reads the page aloud?',
      'Write one function that gives the days, and use it in both routes. reply.type("text/html") makes it a page. Everything that is not yours goes through escaped(…). Errors are pages too: the same statuses, in words.',
      `const rows = days.map((day) => \`<tr><th scope="row">\${day.date}</th>
  <td>\${day.pm2_5 ?? 'no data'}</td><td>\${/* above? */}</td><td>\${/* forecast? */}</td></tr>\`);
reply.type('text/html; charset=utf-8');
return \`<!doctype html><html lang="en"><title>…</title><h1>\${escaped(place.name)}</h1>
  <table>\${rows.join('')}</table>
  <p><a href="https://open-meteo.com/">Open-Meteo</a>, CAMS</p></html>\`;`,
    ],
  },
];
