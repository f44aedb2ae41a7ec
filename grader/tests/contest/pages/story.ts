import type { ContestEvent, Entry } from '../../../contest/event.ts';
import { result } from '../story.ts';

export type Told = readonly [atMs: number, event: ContestEvent];
export type StoryPhase = 'lobby' | 'countdown' | 'race' | 'freeze' | 'over' | 'reveal' | 'closed';

const MINUTE_MS = 60_000;
const LENGTH_MINUTES = 15;

/** Where on the race's clock each story stands. */
const NOW_MINUTES: Readonly<Record<StoryPhase, number>> = {
  lobby: -5,
  countdown: -0.15,
  race: 7.2,
  freeze: 13.1,
  over: 15.3,
  reveal: 16,
  closed: 17,
};

export const NICKS = [
  'Ada',
  'Grace',
  'Linus',
  'Katherine',
  'Edsger',
  'Barbara',
  'Tim',
  'Radia',
  'Donald',
  'Hedy',
  'Alan',
  'Margaret',
];
const MISTAKES = ['utc-as-local', 'running-hour', 'calendar-days'];
const PARTS = ['hourly', 'compare', 'show'] as const;

/**
 * A race of twelve people that stands in the given phase at `nowMs`, and goes on from there.
 *
 * @example fold(entriesOf(story('freeze', Date.now()))).people.size // 12
 */
export function story(phase: StoryPhase, nowMs: number, nicks: readonly string[] = NICKS): Told[] {
  const startMs = nowMs - NOW_MINUTES[phase] * MINUTE_MS;
  const at = (minutes: number): number => Math.round(startMs + minutes * MINUTE_MS);
  const lobby = nicks.flatMap((nick, index): Told[] => {
    const person = `p${index}`;
    const isReady = index % 4 !== 3;
    return [
      [at(-9 + index / 10), { type: 'joined', person, nick }],
      ...(isReady ? [check(person, at(-7 + index / 10), [])] : []),
    ];
  });
  const all: Told[] = [
    [at(-10), created()],
    ...lobby,
    ...(phase === 'lobby' ? [] : [started(startMs)]),
    ...nicks.flatMap((_, index) => attempts(index, at)),
    [at(6.9), { type: 'told', text: 'Hint: what is the time zone of the answer?' }],
    ...(phase === 'reveal' || phase === 'closed' ? reveal(at, phase) : []),
  ];
  return all.filter(([atMs]) => atMs <= nowMs).sort(([one], [other]) => one - other);
}

export const entriesOf = (told: readonly Told[]): Entry[] =>
  told.map(([atMs, event], index) => ({ id: index + 1, atMs, event }));

const created = (): ContestEvent => ({
  type: 'created',
  exercise: 'exercise-pm25',
  minutes: LENGTH_MINUTES,
  freezeMinutes: 3,
  snapshotSha256: '3f9a1c07be52'.padEnd(64, '0'),
  seedSha256: 'b'.repeat(64),
});

const started = (startMs: number): Told => [startMs - 20_000, { type: 'started', startMs }];

const check = (person: string, atMs: number, mistakes: readonly string[]): Told => [
  atMs,
  { type: 'checked', person, sha256: 'c'.repeat(64), points: 0, mistakes },
];

/** The earlier in the list, the sooner and the better; the last two never pass. */
function attempts(index: number, at: (minutes: number) => number): Told[] {
  const person = `p${index}`;
  const mistakes = [MISTAKES[index % 3] ?? ''];
  return [0, 1, 2].flatMap((step): Told[] => {
    const minutes = 1.5 + index * 0.7 + step * 2.4;
    if (minutes > LENGTH_MINUTES - 0.2) return [];
    const passed = index < 10 ? Math.min(3, step + (index % 2)) : 0;
    const points = [0, 10, 25, 30][passed] ?? 0;
    const submission = `s${index}-${step}`;
    return [
      check(person, at(minutes - 0.4), passed === 3 ? [] : mistakes),
      [
        at(minutes),
        {
          type: 'submitted',
          person,
          submission,
          sha256: 'd'.repeat(64),
          receivedMs: at(minutes),
          via: 'cli',
        },
      ],
      [at(minutes + 0.05), { type: 'judged', submission, result: judged(points, passed, mistakes) }],
    ];
  });
}

const judged = (points: number, passed: number, mistakes: readonly string[]) =>
  result(points === 30 ? 100 : points, {
    visiblePoints: points,
    points: points * 3 + (points === 30 ? 10 : 0),
    visible: Object.fromEntries(PARTS.map((part, at) => [part, at < passed ? 'passed' : 'failed'] as const)),
    hidden: {
      values: points > 0 ? 'passed' : 'failed',
      nulls: points === 30 ? 'passed' : 'failed',
      429: 'failed',
    },
    mistakes: passed === 3 ? [] : mistakes,
  });

const reveal = (at: (minutes: number) => number, phase: 'reveal' | 'closed'): Told[] => [
  [at(15.5), { type: 'ended' }],
  [at(15.8), { type: 'revealed', places: phase === 'closed' ? 5 : 2 }],
  ...(phase === 'closed' ? [[at(16.5), { type: 'closed' }] as const] : []),
];
