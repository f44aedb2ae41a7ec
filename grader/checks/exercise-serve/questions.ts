import type { Ask, City, World } from '../../exercise.ts';
import { pm25, type View, viewAt } from './air.ts';

export type PartId = 'air' | 'compare' | 'run';

/** What one request is about, and so what must come back. */
export type Wanted =
  | { readonly kind: 'health' }
  | { readonly kind: 'air'; readonly city: City }
  | { readonly kind: 'comparison'; readonly cities: readonly City[] }
  | { readonly kind: 'run'; readonly city: City; readonly limit: number }
  | { readonly kind: 'unknown city' }
  | { readonly kind: 'malformed' }
  | { readonly kind: 'no such path' }
  | { readonly kind: 'other method' };

/** One request to the server. */
export interface Question {
  readonly ask: Ask;
  readonly wanted: Wanted;
  /** The numbers that are right when it is asked. */
  readonly view: View;
  /** Open-Meteo may be in trouble just then. */
  readonly mayFail?: boolean;
  /** It has been in trouble before, and is no more. */
  readonly isOver?: boolean;
  /** An answer that comes later has waited for something that it need not wait for. */
  readonly withinMs?: number;
}

/** Questions at the same time. */
export interface Round {
  readonly pauseMs?: number;
  readonly questions: readonly Question[];
}

export const DEFAULT_LIMIT = 15;

/** Makes questions to one world. */
export class Questions {
  readonly #view: View;
  readonly #world: World;

  constructor(world: World, afterMs = 0) {
    this.#world = world;
    this.#view = viewAt(world, afterMs);
  }

  later(afterMs: number): Questions {
    return new Questions(this.#world, afterMs);
  }

  /** A limit that the city just keeps. */
  justEnough(city: City): number {
    return pm25(this.#view, city) ?? DEFAULT_LIMIT;
  }

  get health(): Question {
    return this.#question({ method: 'GET', path: '/health' }, { kind: 'health' });
  }

  air(city: City): Question {
    return this.#question({ method: 'GET', path: `/air?city=${city.name}` }, { kind: 'air', city });
  }

  comparison(...cities: readonly City[]): Question {
    const names = cities.map(({ name }) => name).join(',');
    return this.#question(
      { method: 'GET', path: `/compare?cities=${names}` },
      { kind: 'comparison', cities },
    );
  }

  run(city: City, limit?: number): Question {
    const rounded = limit === undefined ? undefined : Math.max(0.1, Number(limit.toFixed(1)));
    const body = JSON.stringify({ city: city.name, limit: rounded });
    return this.#question(posted(body), { kind: 'run', city, limit: rounded ?? DEFAULT_LIMIT });
  }

  post(body: string, kind: Refused): Question {
    return this.#question(posted(body), { kind });
  }

  get(path: string, kind: Refused): Question {
    return this.request('GET', path, kind);
  }

  request(method: string, path: string, kind: Refused): Question {
    return this.#question({ method, path }, { kind });
  }

  #question(ask: Ask, wanted: Wanted): Question {
    return { ask, wanted, view: this.#view };
  }
}

type Refused = Exclude<Wanted['kind'], 'health' | 'air' | 'comparison' | 'run'>;

const posted = (body: string): Ask => ({
  method: 'POST',
  path: '/run',
  headers: { 'content-type': 'application/json' },
  body,
});
