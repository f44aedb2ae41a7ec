import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { OutsideError } from '../../errors.ts';

/** Where a cluster lies: PostgreSQL's own files, and what PostgreSQL says. */
export interface Places {
  readonly folder: string;
  readonly data: string;
  readonly log: string;
}

/**
 * What the next start needs to know. It lies among PostgreSQL's own files, so that a cluster is never there without
 * it. The password is why the file has mode 600.
 */
export interface Settings {
  readonly password: string;
  readonly port: number;
}

/** @example placesIn('/home/ann/course/.airlab/contest').data // '/home/ann/course/.airlab/contest/data' */
export function placesIn(folder: string): Places {
  const home = resolve(folder);
  mkdirSync(home, { recursive: true });
  return {
    folder: home,
    data: join(home, 'data'),
    log: join(home, 'postgres.log'),
  };
}

export const newSettings = (): Settings => ({ password: randomBytes(24).toString('base64url'), port: 0 });

/**
 * Reads the settings; undefined when the cluster is still to be made.
 *
 * @throws OutsideError `DATABASE_SETTINGS` when the file is damaged.
 */
export function readSettings(data: string): Settings | undefined {
  const path = settingsIn(data);
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && 'password' in value && 'port' in value) {
      const { password, port } = value;
      if (typeof password === 'string' && Number.isInteger(port)) return { password, port: Number(port) };
    }
  } catch {
    // told below
  }
  throw new OutsideError(
    `${path} is damaged: it should hold the password and the port of the database beside it.`,
    'Put the file back from a copy, or use another folder.',
    'DATABASE_SETTINGS',
  );
}

/** In place at once or not at all. */
export function writeSettings(data: string, value: Settings): void {
  const fresh = `${settingsIn(data)}.${process.pid}`;
  writeFileSync(fresh, `${JSON.stringify(value)}\n`, { mode: 0o600 });
  renameSync(fresh, settingsIn(data));
}

const settingsIn = (data: string): string => join(data, 'airlab.json');

/** Only for this machine: PostgreSQL listens on loopback. */
export const urlOf = ({ password, port }: Settings): string =>
  `postgres://airlab:${password}@127.0.0.1:${port}/postgres`;
