import { UsageError } from '../errors.ts';

/**
 * The address of a server in an environment variable, or undefined when it is not set.
 *
 * @throws UsageError `DATABASE_URL` for anything but a URL of one of the protocols.
 * @example serverUrl('AIRLAB_MYSQL_URL', ['mysql', 'mariadb'])
 */
export function serverUrl(
  variable: string,
  protocols: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): string | undefined {
  const text = env[variable]?.trim();
  if (!text) return undefined;
  const protocol = /^([a-z+]+):\/\/[^/]/i.exec(text)?.[1]?.toLowerCase();
  if (protocol !== undefined && protocols.includes(protocol)) return text;
  throw new UsageError(
    `${variable} holds no address of such a server.`,
    `It should look like ${protocols[0]}://NAME:PASSWORD@HOST:PORT/DATABASE. npm run servers prints ready ones.`,
    'DATABASE_URL',
  );
}

/** Host and port, without name and password: fit for a message. */
export function hostOf(url: string): string {
  return (
    url
      .replace(/^[a-z+]+:\/\//i, '')
      .replace(/^.*@/, '')
      .replace(/[/?#].*$/, '') || 'its address'
  );
}
