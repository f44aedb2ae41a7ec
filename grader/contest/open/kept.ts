import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** What opens a contest again after its server was killed: the instructor's secrets, in the clear, on this disk only. */
export interface Kept {
  readonly contest: string;
  readonly exercise: string;
  readonly secret: string;
  readonly pin: string;
  readonly port: number;
}

/** Undefined when nothing was kept, or what lies there is not ours. */
export function readKept(path: string): Kept | undefined {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return isKept(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Whole or not at all, and for this user alone. */
export function writeKept(path: string, kept: Kept): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  writeFileSync(`${path}.new`, JSON.stringify(kept), { mode: 0o600 });
  renameSync(`${path}.new`, path);
}

function isKept(value: unknown): value is Kept {
  if (typeof value !== 'object' || value === null) return false;
  const fields: Partial<Record<string, unknown>> = { ...value };
  return (
    ['contest', 'exercise', 'secret', 'pin'].every((name) => typeof fields[name] === 'string') &&
    typeof fields.port === 'number'
  );
}
