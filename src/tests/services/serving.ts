import { createServer, type Server } from 'node:http';
import type { Test } from 'uvu';
import type { World } from '../../classroom/answer.ts';
import { type ClassroomServer, startClassroomServer } from '../../classroom/server.ts';
import { simulated } from '../../classroom/simulated/index.ts';
import { createServicesApp, type ServicesApp } from '../../services/app.ts';
import type { Surroundings } from '../../services/surroundings.ts';

/** The moment of all tests: a Tuesday in November. */
export const NOW_MS = Date.parse('2026-11-24T09:30:00Z');

export const WORLD: World = { source: simulated({ seed: 7 }), nowMs: NOW_MS };

/** A clock that stands until a test moves it. */
export interface Clock {
  ms: number;
}

/** The services alone on a free port, from before the first test until after the last one of `test`. */
export function servicesFor(test: Test, surroundings: Partial<Surroundings> = {}): { url: string } {
  const served = { url: '' };
  const running: { services?: ServicesApp; server?: Server } = {};
  test.before(async () => {
    const services = await createServicesApp({ world: () => WORLD, ...surroundings });
    const server = createServer((request, response) => services.handle(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    served.url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
    Object.assign(running, { services, server });
  });
  test.after(async () => {
    await running.services?.close();
    running.server?.closeAllConnections();
    await new Promise((resolve) => running.server?.close(resolve));
  });
  return served;
}

/** The whole classroom server, with the services behind its one port. */
export function classroomFor(test: Test): { url: string; port: number; troubles: unknown[] } {
  const troubles: unknown[] = [];
  const served = { url: '', port: 0, troubles };
  const running: { server?: ClassroomServer } = {};
  test.before(async () => {
    const trouble = (error: unknown) => served.troubles.push(error);
    running.server = await startClassroomServer({ port: 0, world: () => WORLD, trouble });
    Object.assign(served, { url: running.server.url, port: running.server.port });
  });
  test.after(() => running.server?.close());
  return served;
}

/** `fetch` for tests: the JSON of an answer may be looked into at once. */
export async function ask(url: string, init?: RequestInit) {
  const answer = await fetch(url, init);
  const { status, headers, redirected, body } = answer;
  const text = () => answer.text();
  return { status, headers, redirected, body, text, json: async () => JSON.parse(await text()) };
}
