import type { Call } from '../../exercise.ts';
import type { Channel } from './channel.ts';
import { encode } from './encode.ts';
import { failureOf } from './failure.ts';
import type { Visits } from './visits.ts';

/** The answer as it was loaded: what it exports, or what its first lines threw. */
export type Loaded = { readonly exports: object } | { readonly thrown: unknown };

const Own = { Promise, Date, JSON };

/** Makes the calls in order, each with an end of its own, and says what came of them. */
export class Calls {
  readonly #channel: Channel;
  readonly #loaded: Loaded;
  readonly #visits: Visits;
  #abandon: (why: string) => void = () => {};

  constructor(channel: Channel, loaded: Loaded, visits: Visits) {
    this.#channel = channel;
    this.#loaded = loaded;
    this.#visits = visits;
  }

  async run(calls: readonly Call[]): Promise<void> {
    for (const call of calls) await this.#run(call);
  }

  /** Ends the running call: nothing can happen any more that would end it. */
  abandon(why: string): void {
    this.#abandon(why);
  }

  #run(call: Call): Promise<void> {
    return new Own.Promise((next) => {
      const state = { isOpen: true };
      const end = (tell: () => void): void => {
        if (!state.isOpen) return;
        state.isOpen = false;
        tell();
        next();
      };
      this.#abandon = (why) => end(() => this.#channel.say({ kind: 'unfinished', id: call.id, why }));
      void this.#work(call, end);
    });
  }

  async #work({ id, export: name, args, visits }: Call, end: (tell: () => void) => void): Promise<void> {
    try {
      if ('thrown' in this.#loaded) throw this.#loaded.thrown;
      const { exports } = this.#loaded;
      const called: unknown = Reflect.get(exports, name);
      if (typeof called !== 'function')
        return end(() => this.#channel.say({ kind: 'missing', id, found: functionNames(exports) }));
      const given: unknown = await Reflect.apply(called, undefined, args.map(revived));
      const value = visits === undefined ? given : await this.#visits.to(given, visits);
      // Read before it is said: a getter that throws counts as a throw of the function.
      const encoded = encode(value);
      end(() => {
        if ('problem' in encoded) this.#channel.say({ kind: 'unfinished', id, why: encoded.problem });
        else this.#channel.sayText(`{"kind":"value","id":${Own.JSON.stringify(id)},"value":${encoded.text}}`);
      });
    } catch (error) {
      end(() => this.#channel.say({ kind: 'threw', id, failure: failureOf(error) }));
    }
  }
}

const functionNames = (exports: object): string[] =>
  Object.keys(exports).filter((name) => typeof Reflect.get(exports, name) === 'function');

/** Dates travel as `{ $date: ISO }`. */
function revived(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(revived);
  if ('$date' in value) return new Own.Date(String(value.$date));
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, revived(inner)]));
}
