import type { Call, Trial, Wave } from '../../exercise.ts';
import { type PartId, type Question, questions, type Round } from './questions.ts';
import type { Asked } from './truth.ts';

export const callId = (part: string): string => `app:${part}`;

export const callsOf = (trial: Trial): readonly Call[] =>
  PARTS.filter((part) => part in trial.points).map((part) => ({
    id: callId(part),
    part,
    export: 'makeApp',
    args: [],
    visits: roundsOf(part, trial).map(
      ({ pauseMs = 0, questions: asked }): Wave => ({ pauseMs, asks: asked.map(({ ask }) => ask) }),
    ),
  }));

const PARTS = ['places', 'recent', 'page'] as const satisfies readonly PartId[];

export const isPartId = (id: string): id is PartId => PARTS.some((part) => part === id);

const city = (name: string, country: string): Asked => ({ city: name, country });
const ROSKILDE = city('Roskilde', 'DK');
const BEIJING = city('Beijing', 'CN');
/** The largest Paris is another one. */
const PARIS_TEXAS = city('Paris', 'US');

/** So long before a midnight the clock stands in the trial `again`, and so long its last visitor waits. */
export const BEFORE_MIDNIGHT_MS = 10_000;
const PAST_MIDNIGHT_MS = 20_000;
const SOON_MS = 1_000;
const TROUBLE_MS = 4_000;

type Rounds = Readonly<Partial<Record<PartId, readonly Round[]>>>;

const now = questions();

const alone = (...asked: readonly Question[]): Round[] =>
  asked.map((question) => ({ questions: [question] }));

const basics: Rounds = {
  places: alone(
    now.health,
    now.places('Roskilde'),
    now.places('Paris'),
    now.places('Qqqqq'),
    now.malformed('/api/places'),
  ),
  recent: alone(
    now.recent(ROSKILDE),
    now.recent(BEIJING),
    now.recent(PARIS_TEXAS),
    now.unknown('/api/recent?city=Qqqqq&country=DK'),
    now.malformed('/api/recent?country=DK'),
  ),
  page: alone(
    now.page(ROSKILDE),
    now.page(BEIJING),
    now.page(PARIS_TEXAS),
    now.unknown('/city?city=Qqqqq&country=DK'),
    now.malformed('/city?city=Paris'),
  ),
};

const refusals: Rounds = {
  places: alone(
    now.malformed('/api/places?city=Paris'),
    now.malformed('/api/places?name='),
    now.places('Lima'),
  ),
  recent: alone(
    now.unknown('/api/recent?city=Roskilde&country=CN'),
    now.malformed('/api/recent?city=Roskilde'),
    now.malformed('/api/recent'),
    now.malformed('/api/recent?city=&country=DK'),
    now.recent(BEIJING),
  ),
  page: alone(
    now.unknown('/city?city=Roskilde&country=CN'),
    now.unknown(`/city?${new URLSearchParams({ city: '<img src=x>', country: 'DK' })}`),
    now.malformed('/city'),
    now.page(ROSKILDE),
  ),
};

const cities: Rounds = {
  places: alone(now.places('Hamilton'), now.places('Valencia')),
  recent: alone(
    now.recent(city('Hamilton', 'NZ')),
    now.recent(city('Valencia', 'ES')),
    now.recent(city('Melbourne', 'US')),
  ),
  page: alone(now.page(city('Cambridge', 'NZ')), now.page(city('Valencia', 'VE'))),
};

const gaps: Rounds = {
  recent: alone(now.recent(ROSKILDE), now.recent(BEIJING)),
  page: alone(now.page(ROSKILDE), now.page(BEIJING)),
};

/** Twice the same, then two at once, and once more when the day has ended. */
const again: Rounds = {
  recent: [
    ...alone(now.recent(ROSKILDE)),
    { pauseMs: SOON_MS, questions: [now.recent(ROSKILDE), now.recent(ROSKILDE)] },
    { pauseMs: PAST_MIDNIGHT_MS, questions: [questions(PAST_MIDNIGHT_MS).recent(ROSKILDE)] },
  ],
};

const mayFail = (question: Question): Question => ({ ...question, mayFail: true });
const isOver = (question: Question): Question => ({ ...question, isOver: true });

/** Trouble comes to the first request of each kind: first the search may meet it, then the air. */
const untilOver = (question: Question): Round[] => [
  { questions: [mayFail(question)] },
  { pauseMs: TROUBLE_MS, questions: [mayFail(question)] },
  { pauseMs: TROUBLE_MS, questions: [isOver(question)] },
];

const trouble: Rounds = {
  places: untilOver(now.places('Cambridge')),
  recent: untilOver(now.recent(BEIJING)),
  page: untilOver(now.page(ROSKILDE)),
};

const ROUNDS: Readonly<Record<string, Rounds>> = {
  'as-is': basics,
  values: basics,
  refusals,
  cities,
  gaps,
  again,
};

/** What is asked in a trial for one part. */
export const roundsOf = (part: PartId, trial: Trial): readonly Round[] =>
  (ROUNDS[trial.id] ?? trouble)[part] ?? [];
