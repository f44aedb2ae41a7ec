import type { Failure } from '../messages.ts';

/** Puts into words whatever was thrown. Never throws itself, also not on an error that resists being read. */
export function failureOf(thrown: unknown): Failure {
  try {
    if (typeof thrown !== 'object' || thrown === null)
      return { name: 'Error', message: `${typeof thrown} thrown: ${String(thrown)}`, stack: '' };
    const { name, message, stack, cause } = Object.assign({}, readable(thrown));
    return { name, message: `${message}${because(cause)}`.slice(0, 2_000), stack: stack.slice(0, 8_000) };
  } catch {
    return { name: 'Error', message: 'something that cannot be read was thrown', stack: '' };
  }
}

function readable(thrown: object) {
  const text = (field: string): string => {
    const value: unknown = Reflect.get(thrown, field);
    return typeof value === 'string' ? value : '';
  };
  return {
    name: text('name') || 'Error',
    message: text('message') || (thrown instanceof Error ? '' : 'an object that is no Error'),
    stack: text('stack'),
    cause: Reflect.get(thrown, 'cause'),
  };
}

/** `fetch failed` says nothing; its cause does. */
function because(cause: unknown): string {
  if (typeof cause !== 'object' || cause === null) return '';
  const { message } = readable(cause);
  return message === '' ? '' : ` (${message})`;
}
