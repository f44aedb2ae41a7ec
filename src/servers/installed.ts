import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Where Debian puts what only servers need. */
const MORE = ['/usr/sbin', '/sbin', '/usr/local/sbin'];

/** The path of a program on this machine. */
export function programPath(name: string, path = process.env.PATH ?? ''): string | undefined {
  return [...path.split(delimiter), ...MORE]
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, name))
    .find((file) => existsSync(file));
}

/** Debian keeps each PostgreSQL in a folder of its own: the newest one's programs. */
export function debianPostgres(home = '/usr/lib/postgresql'): string | undefined {
  const versions = existsSync(home) ? readdirSync(home).map(Number).filter(Number.isFinite) : [];
  const newest = Math.max(...versions);
  const folder = join(home, String(newest), 'bin');
  return existsSync(join(folder, 'initdb')) ? folder : undefined;
}
