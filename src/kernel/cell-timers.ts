import { createHook } from 'node:async_hooks';
import type { CellContext } from './output.ts';

export interface CellTimers {
  /** Clears the timers that a cell started, so that an interrupted `await sleep(…)` loop ends. */
  cancel(cell: CellContext): void;
}

/** Remembers which cell started which timer. `setTimeout` of `node:timers/promises` counts too. */
export function cellTimers(owner: () => CellContext | undefined): CellTimers {
  const timers = new WeakMap<CellContext, Set<WeakRef<NodeJS.Timeout>>>();
  createHook({
    init(_id, type, _trigger, resource) {
      if (type !== 'Timeout') return;
      const cell = owner();
      if (!cell) return;
      const known = timers.get(cell) ?? new Set();
      timers.set(cell, known);
      // Border: for type "Timeout" Node passes the Timeout itself.
      known.add(new WeakRef(resource as NodeJS.Timeout));
      // A program that starts timers for hours must not fill the memory.
      if (known.size > 1000) forget(known);
    },
  }).enable();
  return {
    cancel(cell) {
      for (const reference of timers.get(cell) ?? []) clearTimeout(reference.deref());
      timers.delete(cell);
    },
  };
}

function forget(known: Set<WeakRef<NodeJS.Timeout>>): void {
  for (const reference of known) {
    const timer = reference.deref();
    if (!timer || ('_destroyed' in timer && timer._destroyed === true)) known.delete(reference);
  }
}
