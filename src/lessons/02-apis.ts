import type { Lesson } from '../teaching/lesson.ts';
import { judgeRateIn, judgeTopTitle } from './02-apis/calls.ts';
import { predictions, recall } from './02-apis/questions.ts';
import { judgeKinds, judgeLines, judgeVerbs } from './02-apis/sorting.ts';

/** Lesson 02: what an API promises, who may ask, and which question may be asked twice. */
export const lesson: Lesson = {
  number: '02',
  title: 'APIs',
  objectives: [
    { says: 'read status, headers and body apart, and look at a body before using it', provedBy: '2.3' },
    { says: 'call an API and say in words when it does not keep its promise', provedBy: '2.6' },
    { says: 'tell public, partner, private and composite APIs apart', provedBy: '2.7' },
    { says: 'choose the verb, and say which may be sent again', provedBy: '2.10' },
    { says: 'make one shape of four', provedBy: 'exercise-jokes' },
    { says: 'make one table of two versions of an API', provedBy: 'exercise-rates' },
  ],
  predictions,
  checks: [
    {
      id: '2.3',
      title: 'One blank: look before you use',
      hints: [
        'In which ways can a body differ from a list whose first row has a number as its rate?',
        'Array.isArray(body) asks for the shape; typeof body[0]?.rate asks for the content. One of them wrong is enough.',
        'if (!Array.isArray(body) || typeof body[0]?.rate !== /* … */)',
      ],
      solution: `if (!Array.isArray(body) || typeof body[0]?.rate !== 'number')
  throw new Error(\`no rate in \${JSON.stringify(body)}\`);
// Shape first, then content; ?. because an empty list has no first row.
// Rejected: if (!body[0].rate). It stumbles at an empty list, and it would let the text '7.46' through.`,
      judge: judgeRateIn,
    },
    {
      id: '2.5',
      title: 'Headlines: the lines in order',
      hints: [
        'Which line makes the name that the other lines need first?',
        'Ask, look, ask, look. And one of the two lines with map waits for all answers, the other does not.',
        "const lines = 'c_a_'; // two letters are missing",
      ],
      solution: `const lines = 'cdab'; // ask for the ids, look, ask for the stories, look
// Rejected: e instead of a. Without Promise.all the list holds promises, and none of them has a title.`,
      judge: judgeLines,
    },
    {
      id: '2.6',
      title: 'Your own: call an API and check its answer',
      hints: [
        'What can go wrong at each of the two questions, and which of it is no reason to give up?',
        'No list of ids: throw an Error with what came. An item that is null or has no title: go on with the next id. None left: throw as well.',
        `const ids = await get('/v0/topstories.json');
if (/* no list */) throw new Error(\`no list of ids: \${JSON.stringify(ids)}\`);
for (const id of ids) {
  const item = await get(\`/v0/item/\${id}.json\`);
  if (/* it has a title */) return item.title;
}
throw new Error(/* what is missing */);`,
      ],
      solution: `async function topTitle(get) {
  const ids = await get('/v0/topstories.json');
  if (!Array.isArray(ids)) throw new Error(\`no list of ids: \${JSON.stringify(ids)}\`);
  for (const id of ids) {
    const item = await get(\`/v0/item/\${id}.json\`);
    if (typeof item?.title === 'string') return item.title;
  }
  throw new Error('no story with a title');
}
// One request after the other, because the first is usually enough.
// Rejected: all items at once with Promise.all. Right as well, but up to 500 requests for one title.`,
      judge: judgeTopTitle,
    },
    {
      id: '2.7',
      title: 'Eight services, four kinds',
      hints: [
        'For each service: who may ask? And does it answer from its own data, or by asking others?',
        'P: everybody. K: from outside, with a key from a contract. V: only from this computer or company. C: one call that asks several services.',
        "const kinds = 'VP_K_K__';",
      ],
      solution: `const kinds = 'VPCKPKCV';
// Jupyter and Docker answer this computer only; NewsAPI and Stripe want a key that they gave you;
// Open-Meteo and Frankfurter want none; the search and the city app ask others before they answer.
// Rejected: K for Jupyter. It has a token, but nobody outside this computer can knock at all.`,
      judge: judgeKinds,
    },
    {
      id: '2.10',
      title: 'Verbs that may be sent again',
      hints: [
        'After which verbs, sent twice, was the board the same as after one?',
        'Think of the effect, not of the answer. And of PATCH: what if it says "add one tag"?',
        "const mayRepeat = ['GET', '…', '…'];",
      ],
      solution: `const mayRepeat = ['GET', 'PUT', 'DELETE'];
// The effect of two is the effect of one. A POST becomes repeatable with an Idempotency-Key.
// Rejected: PATCH. Setting a title twice is harmless, but the verb also allows "add one".`,
      judge: judgeVerbs,
    },
  ],
  recall,
};
