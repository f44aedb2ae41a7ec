/** @import { ConsoleView } from '../contract.ts' */
/** @import { Link } from '../live/follow.js' */
import { counted } from '../race/clock-text.js';

/** A queue that is longer than this is worth a look. */
const LONG_QUEUE = 20;

/**
 * What the instructor must know at once, the worst first.
 *
 * @example warnings(view, 'lost')[0]?.title // 'No link to the server.'
 * @param {Pick<ConsoleView, 'workers' | 'sandbox' | 'upstream' | 'waiting' | 'regrading'>} view
 * @param {Link} link
 * @returns {readonly { title: string, text: string }[]}
 */
export function warnings({ workers, sandbox, upstream, waiting, regrading }, link) {
  const lost = workers.filter(({ state }) => state === 'lost').map(({ name }) => name);
  const hasWorker = workers.length > lost.length;
  const found = [
    link === 'lost' && ['No link to the server.', 'What stands here is old; the page comes back by itself.'],
    sandbox.warning !== undefined && ['The sandbox lacks a wall.', sandbox.warning],
    !hasWorker && ['Nobody grades.', 'Start a worker: grade worker --database URL'],
    lost.length > 0 && [
      `${counted(lost.length, 'worker')} lost.`,
      `Not heard of for a while: ${lost.join(', ')}`,
    ],
    upstream.warning !== undefined && ['The data.', upstream.warning],
    hasWorker &&
      waiting > LONG_QUEUE && ['A long queue.', `${counted(waiting, 'answer')} wait. More workers help.`],
    regrading?.failed !== undefined && ['The regrade stopped.', regrading.failed],
  ];
  return found.flatMap((one) => (one ? [{ title: one[0] ?? '', text: one[1] ?? '' }] : []));
}
