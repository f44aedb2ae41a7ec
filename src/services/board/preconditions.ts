import type { IncomingHttpHeaders } from 'node:http';
import type { Notice, Precondition } from './board.ts';

/** Names one version of one notice. */
export function etagOf({ id, version }: Notice): string {
  return `"${id}-${version}"`;
}

/** If-Match and If-None-Match of a request (RFC 9110, 13.1) as one question. */
export function preconditionOf(headers: IncomingHttpHeaders): Precondition {
  const match = headers['if-match'];
  const noneMatch = headers['if-none-match'];
  return (current) =>
    (match === undefined || names(match, current, 'strong')) &&
    (noneMatch === undefined || !names(noneMatch, current, 'weak'));
}

/** True when the list of tags names the current version; `*` names any version that exists. */
export function names(list: string, current: Notice | undefined, comparison: 'strong' | 'weak'): boolean {
  if (current === undefined) return false;
  if (list.trim() === '*') return true;
  const tag = etagOf(current);
  return list
    .split(',')
    .map((given) => given.trim())
    .some((given) => given === tag || (comparison === 'weak' && given === `W/${tag}`));
}
