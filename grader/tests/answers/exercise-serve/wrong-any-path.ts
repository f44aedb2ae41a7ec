// if … else: whatever is not /compare or /run is taken for /air or /health.
import { routesWith, serverWith } from './base.ts';

export function makeServer() {
  const routes = routesWith();
  const air = (question: Parameters<NonNullable<(typeof routes)[string]>>[0]) =>
    question.query.has('city') || question.query.has('town') ? routes['GET /air']!(question) : routes['GET /health']!(question);
  return serverWith({}, { ...routes, 'GET /dust': air, 'GET /': air });
}
