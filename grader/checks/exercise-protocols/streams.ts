import type { Outcome } from '../../exercise.ts';
import type { Case } from './case.ts';
import { MISTAKES, type Mistake } from './mistakes.ts';
import { readingOf, shuffled } from './readings.ts';

/** One change of a stream: its number and its value. */
interface Change {
  readonly n: number;
  readonly value: number | null;
}
interface Row {
  readonly id: string;
  readonly what: string;
  readonly stream: string;
  readonly due: number | null;
  /** Mistakes with the value each would give. */
  readonly wrong?: readonly (readonly [value: number | null, mistake: Mistake])[];
  /** What an error means here. */
  readonly thrown?: Mistake;
}

/** Streams as the classroom server sends them. */
export function plainStreams(salt: number): readonly Case[] {
  const [a, b, c] = changesOf(salt, 0);
  const [d, e] = changesOf(salt, 3);
  return casesOf(salt, [
    { id: 'one', what: 'a stream of one change', stream: event(a), due: a.value },
    { id: 'three', what: 'three changes', stream: [a, b, c].map(event).join(''), due: c.value, ...first(a) },
    {
      id: 'ended',
      what: 'a stream with a comment and an end',
      stream: `: the data is simulated\n\n${event(d)}${event(e)}event: end\ndata: {"changes":2}\n\n`,
      due: e.value,
      wrong: [
        [d.value, MISTAKES.firstEvent],
        [null, MISTAKES.otherEvent],
      ],
      thrown: MISTAKES.otherEvent,
    },
    {
      id: 'gap',
      what: 'a newest change without a value',
      stream: event(a) + event(b) + event({ ...c, value: null }),
      due: null,
      wrong: [
        [a.value, MISTAKES.firstEvent],
        [b.value, MISTAKES.gapSkipped],
        [0, MISTAKES.nullAsZero],
      ],
    },
  ]);
}

/** Streams as they arrive elsewhere. */
export function oddStreams(salt: number): readonly Case[] {
  const [a, b, c] = changesOf(salt, 6);
  return casesOf(salt, [
    {
      id: 'lines',
      what: 'data of several lines',
      stream: event(a) + event(b).replace('"reading":', '\ndata: "reading":\ndata: '),
      due: b.value,
      ...first(a),
      thrown: MISTAKES.dataCut,
    },
    {
      id: 'unfinished',
      what: 'a last event that is not whole',
      stream: event(a) + event(b) + event(c).slice(0, -1),
      due: b.value,
      wrong: [
        [c.value, MISTAKES.notWhole],
        [a.value, MISTAKES.firstEvent],
      ],
    },
    {
      id: 'cut',
      what: 'a last event that is cut',
      stream: event(a) + event(b) + event(c).slice(0, -14),
      due: b.value,
      ...first(a),
      thrown: MISTAKES.notWhole,
    },
    {
      id: 'others',
      what: 'events of another name',
      stream: event(a) + event(b) + event(c).replace('event: change', 'event: forecast'),
      due: b.value,
      wrong: [
        [c.value, MISTAKES.otherEvent],
        [a.value, MISTAKES.firstEvent],
      ],
      thrown: MISTAKES.otherEvent,
    },
    {
      id: 'nameless',
      what: 'an event without a name',
      stream: event(a) + event(b).replace('event: change\n', ''),
      due: a.value,
      wrong: [[b.value, MISTAKES.otherEvent]],
    },
    {
      id: 'crlf',
      what: 'lines that end with both signs',
      stream: (event(a) + event(b) + event(c)).replaceAll('\n', '\r\n'),
      due: c.value,
      ...first(a),
      thrown: MISTAKES.lineEnds,
    },
    {
      id: 'tight',
      what: 'no space after the colon',
      stream: (event(a) + event(b)).replaceAll(': ', ':'),
      due: b.value,
      ...first(a),
      thrown: MISTAKES.spaceNeeded,
    },
    {
      id: 'comment',
      what: 'a comment inside an event',
      stream: event(a) + event(b).replace('data:', ': data: {"n":0,"reading":{"pm2_5":1}}\ndata:'),
      due: b.value,
      wrong: [
        [1, MISTAKES.comment],
        [a.value, MISTAKES.firstEvent],
      ],
      thrown: MISTAKES.comment,
    },
  ]);
}

function casesOf(salt: number, rows: readonly Row[]): readonly Case[] {
  const cases = rows.map(
    ({ id, what, stream, due, wrong = [], thrown }): Case => ({
      id,
      part: 'events',
      what,
      given: stream,
      due: { kind: 'value', value: due },
      suspect: (outcome) => suspected(outcome, wrong, thrown),
    }),
  );
  return shuffled(cases, salt);
}

function suspected(
  outcome: Outcome,
  wrong: NonNullable<Row['wrong']>,
  thrown: Mistake | undefined,
): Mistake | undefined {
  if (outcome.kind === 'threw') return thrown;
  if (outcome.kind !== 'value') return undefined;
  // A function that finds nothing, where one that cannot read would throw.
  const nothing = outcome.value === null || outcome.value === undefined ? thrown : undefined;
  return wrong.find(([value]) => value === outcome.value)?.[1] ?? nothing;
}

const first = (change: Change) => ({ wrong: [[change.value, MISTAKES.firstEvent]] as const });

/** Three changes, their numbers from a start that differs too. */
function changesOf(salt: number, from: number): readonly [Change, Change, Change] {
  const change = (index: number): Change => ({
    n: 1 + (salt % 7) + index,
    value: readingOf(salt, from + index).pm2_5,
  });
  return [change(0), change(1), change(2)];
}

function event({ n, value }: Change): string {
  const reading = { city: 'roskilde', pm2_5: value, unit: 'μg/m³' };
  return `event: change\nid: ${n}\ndata: ${JSON.stringify({ n, reading })}\n\n`;
}
