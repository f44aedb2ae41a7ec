import type { Exercise } from '../../exercise.ts';

/** A question, a pointer, a skeleton: one rung at a time. */
export const hints: Exercise['hints'] = [
  {
    part: 'format',
    rungs: [
      'Which of these is a reading: {"pm2_5":0,…}, {"pm2_5":null,…}, {"error":true,"reason":"…"}, null?',
      "The first two are. Look at the types: typeof body.pm2_5 === 'number' || body.pm2_5 === null. Throw for the rest; With (body: any), body?.pm2_5 survives a body that is null.",
      `const value = body?.pm2_5;
if (/* value is neither a number nor null, or city or time is no string */) {
  throw new Error('no reading in ' + JSON.stringify(body));
}
return { city: body.city, time: body.time, pm25: value };`,
    ],
  },
  {
    part: 'errors',
    rungs: [
      'fetch throws for almost nothing. What does it do with a 404, with a web page, and with a server that says nothing?',
      'Give fetch { signal: AbortSignal.timeout(TIMEOUT_MS) }, read response.text() inside the same try, look at response.ok, then JSON.parse. Each time it fails, throw an Error whose message begins with method and url.',
      `let response, text;
try {
  response = await fetch(url, { method, signal: AbortSignal.timeout(TIMEOUT_MS) });
  text = await response.text();
} catch (error) {
  throw new Error(/* method, url, and that no whole answer came */);
}
if (!response.ok) throw new Error(/* method, url, response.status */);
try {
  return { body: JSON.parse(text), maxAgeS: maxAgeOf(response) };
} catch {
  throw new Error(/* method, url, "not JSON" */);
}`,
    ],
  },
  {
    part: 'connection',
    rungs: [
      'How does this layer learn from an Error whether another try is worth it, and how long to wait?',
      'Put it on the error in layer 2, for example Object.assign(new Error(…), { passes: true, waitS: 20 }). Here: a loop of MOST_TRIES, one try/catch in it, a pause of waitS * 1000 ms, and throw when it does not pass, or is a POST.',
      `for (let tried = 1; ; tried += 1) {
  try {
    return await askOnce(method, url);
  } catch (error: any) {
    if (/* a POST, or does not pass, or tried enough */) throw error;
    const waitMs = /* what Retry-After said, in ms, or 500 * 2 ** tried */;
    await new Promise((resolve) => setTimeout(resolve, waitMs));
  }
}`,
    ],
  },
  {
    part: 'cache',
    rungs: [
      'Who decides how long an answer is fresh, and what makes two questions the same question?',
      'A Map outside the function, its key the whole URL, its value the reading and the moment until which it is fresh: Date.now() + maxAgeS * 1000. Set it after readAir, so that no error gets in.',
      `const known = kept.get(url);
if (known && /* still fresh */) return known.reading;
const { body, maxAgeS } = await askPatiently('GET', url);
const reading = readAir(body);
kept.set(url, { reading, untilMs: /* now and maxAgeS seconds */ });
return reading;`,
    ],
  },
];
