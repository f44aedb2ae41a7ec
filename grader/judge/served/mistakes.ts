import type { Mistake } from '../setting.ts';
import { MADE_UP as ANY_MADE_UP } from '../trouble.ts';

/** Mistakes of servers that need no numbers to be seen; each completes "consistent with …". */
export const MISTAKES = {
  noTimeLimit: {
    id: 'no-time-limit',
    says: 'no time limit for Open-Meteo, or one longer than visitors wait',
  },
  noReply: { id: 'no-reply', says: 'a way through your function that ends without an answer' },
  crashes: { id: 'crashes', says: 'an error that nobody catches: it ends the server, for everybody' },
  leaves: { id: 'leaves', says: 'ending the process, and with it the server, in a handler' },
  fixedPort: { id: 'fixed-port', says: 'choosing the port inside: a second server cannot start' },
  notJson: { id: 'not-json', says: 'JSON without a Content-Type that says so, or no JSON at all' },
  success: { id: '200-for-errors', says: 'a success in the place of an error' },
  notChecked: { id: 'input-not-checked', says: 'answering a question without looking whether it is one' },
  unknownCrash: { id: 'unknown-is-crash', says: 'telling the client that your server is broken' },
  unknownMalformed: {
    id: 'unknown-is-malformed',
    says: 'taking a city that is not there for a question of the wrong form',
  },
  malformedUnknown: {
    id: 'malformed-is-unknown',
    says: 'taking a question of the wrong form for one about an unknown city',
  },
  dictionary: {
    id: 'object-as-dictionary',
    says: 'looking a name up in an object, which knows `constructor` and `toString`',
  },
  anyMethod: { id: 'any-method', says: 'looking at the path and not at the method' },
  anyPath: { id: 'any-path', says: 'answering at every path' },
  noReason: { id: 'no-reason', says: 'a status without a reason in JSON' },
  outageUnknown: { id: 'outage-is-unknown', says: 'giving the client the blame for Open-Meteo’s trouble' },
  outageOurs: {
    id: 'outage-as-500',
    says: 'saying that your own program broke, where the service behind it did',
  },
  keepsErrors: { id: 'keeps-errors', says: 'keeping an error when the trouble has passed' },
  impatient: { id: 'limit-too-short', says: 'a time limit shorter than good answers need' },
  blocks: { id: 'blocks', says: 'letting one visitor wait for the answer to another' },
  oneByOne: { id: 'one-by-one', says: 'asking for one city after the other: await in a loop' },
  textNumbers: { id: 'text-numbers', says: 'giving numbers as text: a client cannot add them up' },
  noUnit: { id: 'no-unit', says: 'a number without its unit, which nobody can compare' },
  gapIsError: { id: 'gap-is-error', says: 'taking an hour without a value for trouble' },
  madeUp: { ...ANY_MADE_UP, says: 'giving numbers of its own when Open-Meteo fails' },
} as const satisfies Readonly<Record<string, Mistake>>;
