import type { Expected } from '../expected.ts';

/** Of each part in all, and of its trial of odd messages. */
const PROTOCOL = { all: 35, odd: 15 };
const VALUE = { all: 30, odd: 10 };
const EVENTS = { all: 35, odd: 15 };

const right: Expected = { verdict: 'passed', points: 100 };
const wrong = (lost: number, mistake?: string, also: readonly string[] = []): Expected => ({
  verdict: 'not yet',
  points: 100 - lost,
  ...(mistake === undefined ? {} : { mistake }),
  also,
});

const answers: Readonly<Record<string, Expected>> = {
  'right-line-by-line.ts': right,
  'right-plain.ts': right,
  'right-rules.ts': right,

  // A message is taken for another one.
  'wrong-answer-as-webhook.ts': wrong(PROTOCOL.all, 'answer-as-webhook'),
  'wrong-batch-as-rest.ts': wrong(PROTOCOL.odd, 'batch-as-rest'),
  'wrong-error-as-rpc.ts': wrong(PROTOCOL.odd, 'error-as-rpc'),
  'wrong-frames-swapped.ts': wrong(PROTOCOL.odd, 'frames-swapped'),
  'wrong-grpc-as-rest.ts': wrong(PROTOCOL.all, 'grpc-as-rest'),
  'wrong-handshake-as-rest.ts': wrong(PROTOCOL.odd, 'handshake-as-rest'),
  'wrong-http2-as-grpc.ts': wrong(PROTOCOL.odd, 'http2-as-grpc'),
  'wrong-rpc-as-rest.ts': wrong(PROTOCOL.all, 'rpc-as-rest', ['batch-as-rest']),
  'wrong-soap-as-rest.ts': wrong(PROTOCOL.odd, 'soap-as-rest'),
  'wrong-stream-as-rest.ts': wrong(PROTOCOL.odd, 'stream-as-rest'),
  'wrong-webhook-as-rest.ts': wrong(PROTOCOL.all, 'webhook-as-rest'),
  'wrong-word-in-text.ts': wrong(PROTOCOL.odd, 'word-in-text'),
  'wrong-xml-as-soap.ts': wrong(PROTOCOL.odd, 'xml-as-soap'),

  // The value is another one, or a refusal is taken for one.
  'wrong-fixed-prefix.ts': wrong(VALUE.odd, 'fixed-prefix'),
  'wrong-null-as-zero.ts': wrong(VALUE.all, 'null-as-zero'),
  'wrong-own-words.ts': wrong(VALUE.all, 'own-words'),
  'wrong-pm10.ts': wrong(VALUE.all, 'pm10'),
  'wrong-refusal-as-gap.ts': wrong(VALUE.all, 'refusal-as-gap'),
  'wrong-refusal-as-value.ts': wrong(VALUE.all, 'refusal-as-value', ['refusal-as-gap']),
  'wrong-status-only.ts': wrong(VALUE.all, 'status-only'),
  'wrong-text-number.ts': wrong(VALUE.all, 'text-number'),
  'wrong-zero-as-null.ts': wrong(VALUE.odd, 'zero-as-null'),

  // The stream is read as if it were simpler than it is.
  'wrong-comment-as-data.ts': wrong(EVENTS.odd, 'comment-as-data'),
  'wrong-data-cut.ts': wrong(EVENTS.odd, 'data-cut'),
  'wrong-event-not-whole.ts': wrong(EVENTS.odd, 'event-not-whole'),
  'wrong-first-event.ts': wrong(EVENTS.all, 'first-event'),
  'wrong-gap-skipped.ts': wrong(EVENTS.all, 'gap-skipped'),
  'wrong-line-ends.ts': wrong(EVENTS.odd, 'line-ends'),
  'wrong-other-event.ts': wrong(EVENTS.odd, 'other-event'),
  'wrong-space-needed.ts': wrong(EVENTS.odd, 'space-needed'),

  // Nothing is done, or it does not follow from the messages.
  'wrong-constant.ts': wrong(100, undefined, ['refusal-as-value']),
  'wrong-hard-coded.ts': wrong(VALUE.all + EVENTS.all, 'hard-coded', ['first-event', 'null-as-zero']),
  'wrong-starter.ts': wrong(100, undefined, [
    'refusal-as-gap',
    'zero-as-null',
    'space-needed',
    'line-ends',
    'data-cut',
    'comment-as-data',
    'event-not-whole',
    'other-event',
    'fixed-prefix',
    'rpc-as-rest',
    'batch-as-rest',
    'webhook-as-rest',
    'handshake-as-rest',
    'stream-as-rest',
    'grpc-as-rest',
    'soap-as-rest',
  ]),
};

/** The answers in this folder with what each must get. */
export const protocolsZoo = Object.fromEntries(
  Object.entries(answers).map(([name, expected]) => [`exercise-protocols/${name}`, expected]),
);
