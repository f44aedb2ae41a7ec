import { OutsideError } from '../../../src/errors.ts';
import type { SealTools } from '../../upstream/seal.ts';

/** Stands for `grader/data.ts` in the miniature kit: no network, one simulated value. */
export function sealTools(root: string, now: () => number): SealTools {
  const source = {
    kind: 'simulated',
    label: 'simulated for the tests',
    holds: (_place: unknown, variable: string): boolean => variable === 'pm2_5',
    read: (_place: unknown, _variable: string, _from: number, count: number): number[] =>
      Array.from({ length: count }, (_, index) => index),
  } as const;
  return {
    now,
    folder: `${root}/.airlab/snapshots`,
    record: () => Promise.reject(new OutsideError('no network in tests', '')),
    read: () => {
      throw new OutsideError('no snapshots in tests', '');
    },
    write: () => {},
    simulated: () => source,
    sealed: () => source,
  };
}
