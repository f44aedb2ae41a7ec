import type { Judgement } from '../../teaching/lesson.ts';

const RIGHT = 'GZD';

/** Known mix-ups of two letters. */
const MIX_UPS: Readonly<Record<string, { readonly id: string; readonly says: string }>> = {
  ZGD: { id: 'gap-for-clock', says: 'taking a gap for a clock: look at how many hours differ' },
  GDZ: { id: 'clock-for-dust', says: 'taking a move along the time for another height' },
  DZG: { id: 'dust-for-gap', says: 'taking another height for a gap: look at the ground' },
};

/** Judges one letter for each of the three answers. Pure. */
export function judgeMistakes(answer: unknown): Judgement {
  const letters = String(answer)
    .toUpperCase()
    .replace(/[^A-Z]/g, '');
  if ([...letters].sort().join('') !== [...RIGHT].sort().join(''))
    return { kind: 'not yet', says: 'Each of the letters D, G and Z stands for one answer.' };
  if (letters === RIGHT)
    return { kind: 'passed', says: 'The place where lines part tells the mistake before anyone reads code.' };
  const hits = [...letters].filter((letter, index) => letter === RIGHT[index]).length;
  const mistake = MIX_UPS[letters];
  return {
    kind: 'not yet',
    says: `${hits === 0 ? 'None' : 'One'} of the three is at its place.`,
    ...(mistake ? { mistake } : {}),
  };
}
