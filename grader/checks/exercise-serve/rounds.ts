import type { Call, Trial, Wave, World } from '../../exercise.ts';
import { CITIES } from './air.ts';
import { type PartId, type Question, Questions, type Round } from './questions.ts';

/** Of the fault `slow`, and above it: two such waits in a row are longer. */
const SLOW_MS = 3_000;
const ONE_WAIT_MS = SLOW_MS + 1_000;

export const callId = (part: string): string => `serve:${part}`;

export const callsOf = (world: World, trial: Trial): readonly Call[] =>
  partsOf(trial).map((part) => ({
    id: callId(part),
    part,
    export: 'makeServer',
    args: [],
    visits: roundsOf(part, world, trial).map(
      ({ pauseMs = 0, questions }): Wave => ({ pauseMs, asks: questions.map(({ ask }) => ask) }),
    ),
  }));

const PARTS = ['air', 'compare', 'run'] as const satisfies readonly PartId[];

export const isPartId = (id: string): id is PartId => PARTS.some((part) => part === id);

const partsOf = ({ points }: Trial): PartId[] => PARTS.filter((part) => part in points);

/** What is asked in a trial for one part. */
export function roundsOf(part: PartId, world: World, trial: Trial): readonly Round[] {
  const make = ROUNDS[trial.id] ?? ROUNDS.trouble;
  return make?.(new Questions(world))[part] ?? [];
}

type Rounds = (ask: Questions) => Readonly<Partial<Record<PartId, readonly Round[]>>>;

const { roskilde, beijing, oslo, lima } = CITIES;

const alone = (...questions: readonly Question[]): Round[] =>
  questions.map((question) => ({ questions: [question] }));

const basics: Rounds = (ask) => ({
  air: alone(
    ask.health,
    ask.air(roskilde),
    ask.air(beijing),
    ask.get('/air?city=Atlantis', 'unknown city'),
    ask.get('/air', 'malformed'),
  ),
  compare: alone(
    ask.comparison(roskilde, beijing),
    ask.comparison(lima, oslo, roskilde),
    ask.get('/compare?cities=Roskilde,Atlantis', 'unknown city'),
    ask.get('/compare', 'malformed'),
  ),
  run: alone(
    ask.run(beijing, 90),
    ask.run(beijing),
    ask.run(oslo, ask.justEnough(oslo)),
    ask.run(lima, ask.justEnough(lima) - 0.1),
    ask.post('{"city":"Atlantis"}', 'unknown city'),
    ask.post('{"limit":15}', 'malformed'),
    ask.post('{"city":"Roskilde","limit":"low"}', 'malformed'),
  ),
});

const refusals: Rounds = (ask) => ({
  air: alone(
    ask.get('/air?city=Nowhere', 'unknown city'),
    ask.get('/air?city=constructor', 'unknown city'),
    ask.get('/air?town=Roskilde', 'malformed'),
    ask.get('/dust?city=Roskilde', 'no such path'),
    ask.get('/', 'no such path'),
    ask.request('DELETE', '/air?city=Roskilde', 'other method'),
    ask.air(roskilde),
  ),
  compare: alone(
    ask.get('/compare?cities=Nowhere,Lima', 'unknown city'),
    ask.get('/compare?cities=Oslo,Beijing,Nowhere', 'unknown city'),
    ask.get('/compare?cities=toString,Oslo', 'unknown city'),
    ask.get('/compare?towns=Oslo,Lima', 'malformed'),
    ask.comparison(beijing, lima),
  ),
  run: alone(
    ask.post('{"city":"Nowhere","limit":5}', 'unknown city'),
    ask.post('{"city":"constructor"}', 'unknown city'),
    ask.post('{"city":"Oslo","limit":-5}', 'malformed'),
    ask.post('{"city":"Oslo","limit":0}', 'malformed'),
    ask.post('{"city":"Oslo","limit":{}}', 'malformed'),
    ask.post('["Oslo"]', 'malformed'),
    ask.post('null', 'malformed'),
    ask.post('{"city":"Os', 'malformed'),
    ask.post('', 'malformed'),
    ask.request('GET', '/run', 'other method'),
    ask.run(oslo),
  ),
});

/** Roskilde has no value: see the trial. */
const gaps: Rounds = (ask) => ({
  air: alone(ask.air(roskilde), ask.air(oslo)),
  compare: alone(ask.comparison(beijing, roskilde, oslo), ask.comparison(roskilde, lima)),
  run: alone(ask.run(roskilde), ask.run(roskilde, 40), ask.run(lima)),
});

/** Every answer of Open-Meteo takes 3 s. */
const crowd: Rounds = (ask) => ({
  air: [
    {
      questions: [
        within(ONE_WAIT_MS, ask.air(roskilde)),
        within(SLOW_MS - 1_000, ask.health),
        within(ONE_WAIT_MS, ask.air(beijing)),
        within(ONE_WAIT_MS, ask.air(lima)),
      ],
    },
  ],
  compare: [
    { questions: [within(ONE_WAIT_MS, ask.comparison(roskilde, beijing, oslo))] },
    {
      questions: [
        within(ONE_WAIT_MS, ask.comparison(lima, oslo)),
        within(ONE_WAIT_MS, ask.comparison(beijing, roskilde)),
      ],
    },
  ],
  run: [
    {
      questions: [
        within(ONE_WAIT_MS, ask.run(roskilde, 60)),
        within(ONE_WAIT_MS, ask.run(beijing)),
        within(ONE_WAIT_MS, ask.run(lima, 7)),
      ],
    },
  ],
});

/** The clock stands ten seconds before the full hour. */
const later: Rounds = (ask) => {
  const afterMs = 20_000;
  return {
    air: [
      ...alone(ask.air(roskilde)),
      { pauseMs: afterMs, questions: [ask.later(afterMs).air(roskilde)] },
      ...alone(ask.later(afterMs).air(oslo)),
    ],
  };
};

/** Each part asks for cities of its own, because trouble comes to the first request for a place. */
const trouble: Rounds = (ask) => ({
  air: [
    { questions: [mayFail(ask.air(roskilde)), ask.health] },
    { pauseMs: 4_000, questions: [isOver(ask.air(roskilde))] },
  ],
  compare: [
    { questions: [mayFail(ask.comparison(beijing, oslo))] },
    // Who asks one after the other meets the trouble of the second city only now.
    { pauseMs: 4_000, questions: [mayFail(ask.comparison(beijing, oslo))] },
    { pauseMs: 4_000, questions: [isOver(ask.comparison(beijing, oslo))] },
  ],
  run: [
    { questions: [mayFail(ask.run(lima, 40))] },
    { pauseMs: 4_000, questions: [isOver(ask.run(lima, 40))] },
  ],
});

const ROUNDS: Readonly<Record<string, Rounds>> = {
  'as-is': basics,
  values: basics,
  refusals,
  gaps,
  crowd,
  later,
  trouble,
};

const within = (withinMs: number, question: Question): Question => ({ ...question, withinMs });
const mayFail = (question: Question): Question => ({ ...question, mayFail: true });
const isOver = (question: Question): Question => ({ ...question, isOver: true });
