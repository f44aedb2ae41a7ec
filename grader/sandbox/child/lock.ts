type Target = object | undefined;

/**
 * Puts `value` in a place for good: student code cannot replace it, though what inherits from `target` may have its own.
 * Does nothing when there is no such place.
 */
export function pin(target: Target, name: string, value: unknown): void {
  if (target === undefined || !(name in target)) return;
  Object.defineProperty(target, name, {
    configurable: false,
    enumerable: true,
    get: () => value,
    set(this: object, own: unknown) {
      if (this !== target)
        Object.defineProperty(this, name, { value: own, writable: true, configurable: true });
    },
  });
}

/** Puts `value` in a place as if Node had it there: student code may replace it, which harms only itself. */
export function put(target: object, name: string | symbol, value: unknown): void {
  Object.defineProperty(target, name, { value, writable: true, configurable: true, enumerable: false });
}

/** What answers in place of everything that leads out of the sandbox. */
export function closed(what: string, instead = ''): (...args: unknown[]) => never {
  return function refuse(): never {
    const says = `${what} is closed while grading${instead === '' ? '' : `: ${instead}`}`;
    throw Object.assign(new Error(says), { code: 'ERR_SANDBOX_CLOSED' });
  };
}

/** Closes every function of `target` that is not in `open`. New Nodes bring new ways out, so the list names what stays. */
export function closeAllBut(target: object, open: readonly string[], what: string, instead = ''): void {
  for (const name of Object.getOwnPropertyNames(target)) {
    const property = Object.getOwnPropertyDescriptor(target, name);
    if (name === 'constructor' || open.includes(name) || !property?.configurable) continue;
    if (typeof property.value === 'function') pin(target, name, closed(`${what}.${name}`, instead));
  }
}
