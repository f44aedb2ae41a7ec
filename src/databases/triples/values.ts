import type { TripleValue } from '../triples.ts';

/** A term as an engine or an endpoint writes it. */
export interface WrittenTerm {
  readonly type: string;
  readonly value: string;
  readonly datatype?: string | undefined;
}

/** Numbers and truth become those of JavaScript, everything else stays the text that it is. */
export function plainValue({ value, datatype = '' }: WrittenTerm): TripleValue {
  const [, kind = ''] = datatype.split('http://www.w3.org/2001/XMLSchema#');
  if (kind === 'boolean') return value === 'true' || value === '1';
  if (!NUMBERS.has(kind)) return value;
  const number = Number(value);
  return Number.isNaN(number) ? value : number;
}

const NUMBERS = new Set([
  'integer',
  'decimal',
  'double',
  'float',
  'int',
  'long',
  'short',
  'nonNegativeInteger',
]);
