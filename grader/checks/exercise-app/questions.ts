import type { Ask, World } from '../../exercise.ts';
import { type Asked, type PlaceBody, placesOf } from './truth.ts';

export type PartId = 'places' | 'recent' | 'page';

/** What one request is about, and so what must come back. */
export type Wanted =
  | { readonly kind: 'health' }
  | { readonly kind: 'places'; readonly name: string }
  | { readonly kind: 'recent' | 'page'; readonly asked: Asked }
  | { readonly kind: 'unknown city' | 'malformed'; readonly isPage: boolean };

/** One request to the server. */
export interface Question {
  readonly ask: Ask;
  readonly wanted: Wanted;
  /** How long after the begin of the trial it is asked, at least. */
  readonly afterMs: number;
  /** Open-Meteo may be in trouble just then. */
  readonly mayFail?: boolean;
  /** It has been in trouble before, and is no more. */
  readonly isOver?: boolean;
}

/** Questions at the same time. */
export interface Round {
  readonly pauseMs?: number;
  readonly questions: readonly Question[];
}

/** Makes questions. */
export const questions = (afterMs = 0) => {
  const get = (path: string, wanted: Wanted): Question => ({
    ask: { method: 'GET', path },
    wanted,
    afterMs,
  });
  const query = ({ city, country }: Asked): string => `${new URLSearchParams({ city, country })}`;
  return {
    health: get('/health', { kind: 'health' }),
    places: (name: string) => get(`/api/places?${new URLSearchParams({ name })}`, { kind: 'places', name }),
    recent: (asked: Asked) => get(`/api/recent?${query(asked)}`, { kind: 'recent', asked }),
    page: (asked: Asked) => get(`/city?${query(asked)}`, { kind: 'page', asked }),
    unknown: (path: string) => get(path, { kind: 'unknown city', isPage: path.startsWith('/city') }),
    malformed: (path: string) => get(path, { kind: 'malformed', isPage: path.startsWith('/city') }),
  };
};

export const placeFor = ({ city, country }: Asked, world: World): PlaceBody | undefined =>
  placesOf(city, world, country)[0];
