import type { Check, Judgement } from '../../teaching/lesson.ts';

/** One blank of a WebSocket client. The answer is the message that came back. */
export const askedSocket: Check = {
  id: '3.4',
  title: 'A question through an open connection',
  hints: [
    'Which two things did every other protocol have to know: what you want, and of which city?',
    "Two fields, both text: ask says 'reading', city says which one, in lower case.",
    "const question = { ask: 'reading', city: /* Beijing, in lower case */ };",
  ],
  solution: `const question = { ask: 'reading', city: 'beijing' };
// Rejected: { ask: 'changes', city: 'beijing' }. The service would push ten messages, and we read one of them.`,
  judge: (answer) => judged(parsed(answer)),
};

function judged(message: Readonly<Record<string, unknown>>): Judgement {
  const { reading, change, error } = message;
  if (typeof error === 'string')
    return error.startsWith('ask is')
      ? { kind: 'not tried', says: `Fill in the question. The service answered: ${error}` }
      : { kind: 'not yet', says: `The service answered: ${error}` };
  if (change !== undefined)
    return {
      kind: 'not yet',
      says: 'A change came, and no reading.',
      mistake: { id: 'pushed-not-asked', says: "asking for 'changes', which are pushed" },
    };
  const city = fieldsOf(reading).city;
  if (city === 'beijing')
    return { kind: 'passed', says: 'One message there, one back, and the connection stays.' };
  if (typeof city !== 'string') return { kind: 'not yet', says: 'This is no message of the service.' };
  return {
    kind: 'not yet',
    says: 'A reading came, of another city.',
    mistake: {
      id: 'other-city',
      says: city === 'roskilde' ? 'asking for Roskilde' : 'asking for another city',
    },
  };
}

function parsed(answer: unknown): Readonly<Record<string, unknown>> {
  if (typeof answer !== 'string') return fieldsOf(answer);
  try {
    return fieldsOf(JSON.parse(answer));
  } catch {
    return {};
  }
}

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? { ...value } : {};
