import { shownEvenUnawaited } from '../display/awaited.ts';
import { display } from '../display/bundle.ts';
import type { Kept, Lines } from '../journal/lines.ts';
import { lessons } from '../lessons/lessons.ts';
import { airlabRoot } from '../practice/airlab-root.ts';
import { keepEvent, type LessonEvent, readEvents } from './events.ts';
import { type TeachingTools, teachingTools } from './tools.ts';
import { bundleOf } from './view.ts';

const tools = teachingTools({
  lessons,
  now: () => new Date().toISOString(),
  read: () => orElse<Lines<LessonEvent>>(() => readEvents(root()), { events: [], brokenLines: 0 }),
  keep: (event) =>
    orElse<Kept>(() => keepEvent(root(), event), { kept: false, why: 'the folder of airlab was not found' }),
  show: (view) => display(bundleOf(view)),
});

/** The teaching tools of the notebooks; see {@link TeachingTools} for each of them. */
export const { predict, reveal, recall, hint, solution } = tools;

/**
 * Judges an answer: passed, not yet, not tried, or could not check. Names the mistake, never the expected answer.
 *
 * @example await check('2.5', offers)
 */
export function check(id: string, answer?: unknown): Promise<void> {
  return shownEvenUnawaited(tools.check(id, answer), `check('${id}', …)`);
}

export type { TeachingTools };

/** A run of the notebooks by a machine keeps its progress elsewhere: it is nobody's. */
const root = (): string =>
  process.env.AIRLAB_PROGRESS || airlabRoot({ env: process.env, from: [process.cwd(), __dirname] });

function orElse<Value>(work: () => Value, otherwise: Value): Value {
  try {
    return work();
  } catch {
    return otherwise;
  }
}
