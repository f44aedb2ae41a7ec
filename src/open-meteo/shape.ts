/** Readers of unknown JSON. Each names the field it could not read, so that the error says where to look. */
type Fields = Readonly<Record<string, unknown>>;

/** @example fields(body, 'hourly') */
export function fields(value: unknown, name: string): Fields {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  throw unexpected(name, 'an object', value);
}

export function list(value: unknown, name: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw unexpected(name, 'a list', value);
}

export function number(value: unknown, name: string): number {
  if (typeof value === 'number') return value;
  throw unexpected(name, 'a number', value);
}

export function text(value: unknown, name: string): string {
  if (typeof value === 'string') return value;
  throw unexpected(name, 'a text', value);
}

export const numberOrNull = (value: unknown, name: string): number | null =>
  value === null ? null : number(value, name);

/** Reads a field that may be missing. */
export const optional = <T>(
  value: unknown,
  name: string,
  read: (value: unknown, name: string) => T,
): T | undefined => (value === undefined || value === null ? undefined : read(value, name));

function unexpected(name: string, wanted: string, value: unknown): TypeError {
  const shown = value === undefined ? 'missing' : (JSON.stringify(value)?.slice(0, 40) ?? typeof value);
  return new TypeError(`${name} is ${shown}, expected ${wanted}`);
}
