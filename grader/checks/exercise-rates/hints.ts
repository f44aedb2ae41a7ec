import type { Exercise } from '../../exercise.ts';

/** A question, a pointer, a skeleton: one rung at a time. */
export const hints: Exercise['hints'] = [
  {
    part: 'rows',
    rungs: [
      'How can you tell the two bodies apart without being told which version it is? And what is a rate when `amount` is a hundred?',
      'An array of rows is version 2. An object with `rates` is version 1: Object.entries(body.rates) gives [date, quotes], and Object.entries(quotes) gives [quote, number]; divide by body.amount. ISO dates sort as text.',
      `if (Array.isArray(body)) return sorted(body);
if (/* an object with rates */)
  return sorted(
    Object.entries(body.rates).flatMap(([date, quotes]) =>
      Object.entries(quotes).map(([quote, value]) => ({ date, base: body.base, quote, rate: /* … */ })),
    ),
  );
throw new Error('neither version: ' + JSON.stringify(body));`,
    ],
  },
  {
    part: 'table',
    rungs: [
      'Ask for 2025-03-08 to 2025-03-09, a weekend. Which day comes back, and is it one that you asked for? And what is the difference between 404 and 422?',
      'Look at the status before the body. 200: rowsOf, then keep date >= from and date <= to. 404: the same question to version 1, with its own names (symbols, FROM..TO in the path). Anything else: throw with the message of the body.',
      `const codes = quotes.join(',');
let response = await fetch(\`https://api.frankfurter.dev/v2/rates?base=\${base}&quotes=\${codes}&from=\${from}&to=\${to}\`);
if (response.status === 404) response = await fetch(/* version 1 */);
const body = await response.json();
if (!response.ok) throw new Error(body.message);
return rowsOf(body).filter(/* the days that were asked for */);`,
    ],
  },
];
