import { isRecord, kindOf, numberOf } from './readings.ts';

export const AIR_FIELDS = ['mean24', 'max', 'maxAt', 'hoursAbove15', 'share'] as const;
export type AirField = (typeof AIR_FIELDS)[number];

/** One entry of the student's comparison. */
export interface GivenAir {
  readonly city: string;
  readonly mean24: number | null;
  readonly max: number | null;
  readonly maxAt: unknown;
  readonly hoursAbove15: number | null;
  readonly share: number | null;
}

export type ParsedAir =
  | { readonly kind: 'air'; readonly entries: readonly GivenAir[]; readonly isText: boolean }
  | { readonly kind: 'unreadable'; readonly says: string };

/** Reads what `compareCities` returned. Extra fields are fine, and so is an object with an entry under each name. */
export function parseAir(value: unknown): ParsedAir {
  const entries = Array.isArray(value) ? value : isRecord(value) ? named(value) : undefined;
  if (entries === undefined)
    return {
      kind: 'unreadable',
      says: `returns ${kindOf(value)}; a list with an entry for each city is expected`,
    };
  if (entries.length === 0) return { kind: 'unreadable', says: 'returns an empty list' };
  const records = entries.filter(isRecord);
  if (records.length < entries.length)
    return { kind: 'unreadable', says: 'returns a list in which an entry is no object' };
  for (const field of ['city', ...AIR_FIELDS])
    if (records.every((record) => !(field in record)))
      return {
        kind: 'unreadable',
        says: `has entries without ${field}; they have ${Object.keys(records[0] ?? {}).join(', ')}`,
      };
  const number = (record: Readonly<Record<string, unknown>>, field: AirField): number | null =>
    numberOf(record[field]);
  return {
    kind: 'air',
    isText: records.some((record) =>
      AIR_FIELDS.some((field) => field !== 'maxAt' && typeof record[field] === 'string'),
    ),
    entries: records.map((record) => ({
      city: nameOf(record.city),
      mean24: number(record, 'mean24'),
      max: number(record, 'max'),
      maxAt: isRecord(record.maxAt) ? record.maxAt.$date : record.maxAt,
      hoursAbove15: number(record, 'hoursAbove15'),
      share: number(record, 'share'),
    })),
  };
}

/** The entries of `{ Roskilde: { mean24: … }, … }`, or nothing when it is something else. */
function named(value: Readonly<Record<string, unknown>>): readonly unknown[] | undefined {
  const entries = Object.entries(value);
  if (entries.length === 0 || !entries.every(([, entry]) => isRecord(entry) && 'mean24' in entry))
    return undefined;
  return entries.map(([city, entry]) => (isRecord(entry) ? { city, ...entry } : entry));
}

/** A whole city object instead of its name says the same. */
function nameOf(value: unknown): string {
  return isRecord(value) ? nameOf(value.name) : String(value ?? '').trim();
}
