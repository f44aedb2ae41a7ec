import type { DataKind } from '../source.ts';

export interface ScreenFacts {
  readonly url: string;
  readonly kind: DataKind;
  readonly label: string;
  /** Set when the clock stands still. */
  readonly standingAtMs?: number;
  readonly isLimited: boolean;
  /** How other machines reach this one. */
  readonly others: readonly string[];
}

/** What a person sees when the classroom API is up. */
export function screen({ url, kind, label, standingAtMs, isLimited, others }: ScreenFacts): string {
  return [
    'The classroom API answers like Open-Meteo, also without a network.',
    '',
    `  address  ${url}`,
    ...others.map((other, index) => `  ${index === 0 ? 'class  ' : '       '}  ${other}`),
    `  data     ${dataLine(kind, label)}`,
    ...(standingAtMs === undefined ? [] : [`  clock    stands at ${minuteOf(standingAtMs)} UTC`]),
    ...(isLimited ? ['  limits   600 calls a minute, 5 at once for each address; then 429'] : []),
    '',
    'Try it:',
    `  ${url}/v1/air-quality?latitude=55.64&longitude=12.08&hourly=pm2_5`,
    '',
    'Ctrl-C ends it.',
  ].join('\n');
}

function dataLine(kind: DataKind, label: string): string {
  return kind === 'simulated' ? `${label.replace(/^simulated/, 'SIMULATED')}: not a measurement` : label;
}

function minuteOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 16).replace('T', ' ');
}
