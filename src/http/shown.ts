import { DISPLAY } from '../display/bundle.ts';

/** How a value shows itself: `text` on a console, `html` in a notebook. */
export interface Faces {
  readonly text: () => string;
  readonly html: () => string;
}

/** Members that notebooks and consoles look for; not enumerable, so they are in no table and no JSON. */
export interface Shown {
  toString(): string;
}

const INSPECT = Symbol.for('nodejs.util.inspect.custom');

/**
 * The value, able to show itself: as the last line of a notebook cell, in `console.log` and as text.
 *
 * @example shown({ status: 200 }, { text: () => '200 OK', html: () => '<b>200 OK</b>' })
 */
export function shown<T extends object>(value: T, { text, html }: Faces): T & Shown {
  return Object.defineProperties(value, {
    [DISPLAY]: { value: () => ({ 'text/html': html(), 'text/plain': text() }) },
    [INSPECT]: { value: text },
    toString: { value: text },
  });
}
