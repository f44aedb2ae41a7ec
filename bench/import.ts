import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Figures } from './all.ts';
import { interleaved, median, spread, time } from './measure.ts';

const ROUNDS = 15;
const GOAL_MS = 150;
const PACKAGE = join(fileURLToPath(new URL('..', import.meta.url)), 'src/dist/index.js');

/** What `import 'airlab'` costs, beside a Node that does nothing and one that loads undici alone. */
export async function bench(): Promise<Figures> {
  const start = (code: string) => () => time(process.execPath, ['-e', code], { cwd: join(PACKAGE, '..') });
  const {
    nothing = [],
    airlab = [],
    undici = [],
  } = await interleaved(ROUNDS, {
    nothing: start('0'),
    airlab: start(`require(${JSON.stringify(PACKAGE)})`),
    undici: start("require('undici')"),
  });
  const added = airlab.map((ms, round) => ms - (nothing[round] ?? 0));
  return {
    name: `import 'airlab' in plain Node (goal: at most ${GOAL_MS} ms more than nothing; ${ROUNDS} starts each)`,
    rows: [
      { label: 'node -e 0', value: spread(nothing) },
      { label: 'node -e "require(\'airlab\')"', value: spread(airlab) },
      { label: 'added by airlab', value: spread(added) },
      { label: 'ratio to node -e 0', value: (median(airlab) / median(nothing)).toFixed(2) },
      { label: 'for comparison, undici alone', value: spread(undici) },
    ],
  };
}
