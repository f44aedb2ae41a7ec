// Looks at the path only.
import { routesWith, serverWith } from './base.ts';

export function makeServer() {
  const routes = routesWith();
  return serverWith({}, { ...routes, 'DELETE /air': routes['GET /air']!, 'GET /run': () => ({ hint: 'use POST' }) });
}
