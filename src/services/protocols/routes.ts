import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { CITIES } from '../reading.ts';
import type { Surroundings } from '../surroundings.ts';
import { feedRoutes } from './feed-routes.ts';
import { answerRpc } from './json-rpc.ts';
import type { Meter, Protocol } from './meter.ts';
import { AIR_PROTO } from './proto.ts';
import { answerReading, isMistake, type Mistake } from './questions.ts';
import { rpcMethods } from './rpc-methods.ts';
import type { SoapDoor } from './soap.ts';
import { wsdl } from './wsdl.ts';

interface ForHour {
  readonly Params: { readonly city: string; readonly time: string };
}

const TAGS = ['protocols'];

/** One PM2.5 value through REST, JSON-RPC and SOAP; feeds; contracts; and what each protocol has cost. */
export async function protocolRoutes(app: FastifyInstance, surroundings: Surroundings): Promise<void> {
  const { meter, world } = surroundings;
  app.setValidatorCompiler(() => () => true);
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('x-airlab-data', world().source.label);
  });
  app.get(
    '/counters',
    { schema: about('Bytes and round trips of each protocol since the start or DELETE') },
    () => meter.counts(),
  );
  app.delete('/counters', { schema: about('Counts from zero') }, (_request, reply) => {
    meter.reset();
    return reply.code(204).send();
  });
  app.get(
    '/air.proto',
    { schema: about('The contract of gRPC; the address is this port') },
    (_request, reply) => reply.type('text/plain; charset=utf-8').send(AIR_PROTO),
  );
  await app.register((part) => restDoor(part, surroundings));
  await app.register((part) => rpcDoor(part, surroundings));
  await app.register((part) => soapDoor(part, surroundings));
  await app.register((part) => feedRoutes(part, surroundings));
}

async function restDoor(app: FastifyInstance, { meter, world }: Surroundings): Promise<void> {
  count(app, meter, 'rest');
  app.get('/rest/cities', { schema: about('REST: the cities') }, () =>
    CITIES.map((city) => ({ ...city, readings: `/protocols/rest/cities/${city.id}/readings/latest` })),
  );
  const schema = about('REST: the reading of an hour, 2026-11-24T09:00Z or latest');
  app.get<ForHour>('/rest/cities/:city/readings/:time', { schema }, ({ params }, reply) => {
    const answer = answerReading(world(), params.city, params.time);
    return isMistake(answer) ? refuse(reply, answer) : reply.send(answer);
  });
}

/** One address for all methods; the status is 200 also for errors, because HTTP is only the carrier. */
async function rpcDoor(app: FastifyInstance, { meter, world }: Surroundings): Promise<void> {
  const methods = rpcMethods(world);
  count(app, meter, 'json-rpc');
  asText(app, ['application/json', 'application/json-rpc', 'text/plain']);
  app.post<{ Body: unknown }>(
    '/json-rpc',
    { schema: about('JSON-RPC 2.0: air.reading, air.cities; batches') },
    ({ body }, reply) => {
      const answer = answerRpc(textIn(body), methods);
      return answer === undefined ? reply.code(204).send() : reply.send(answer);
    },
  );
}

async function soapDoor(app: FastifyInstance, { meter, world }: Surroundings): Promise<void> {
  const loaded: { door?: Promise<SoapDoor> } = {};
  count(app, meter, 'soap');
  asText(app, ['text/xml', 'application/xml', 'application/soap+xml']);
  app.get('/soap', { schema: about('SOAP: the WSDL') }, ({ headers }, reply) =>
    reply.type('text/xml; charset=utf-8').send(wsdl(`http://${headers.host ?? '127.0.0.1'}/protocols/soap`)),
  );
  app.post<{ Body: unknown }>(
    '/soap',
    { schema: about('SOAP 1.1: GetReading') },
    async ({ body, headers }, reply) => {
      loaded.door ??= import('./soap.ts').then(({ createSoapDoor }) => createSoapDoor(world));
      const { soapaction: action } = headers;
      const answer = await (await loaded.door).answer(
        textIn(body),
        typeof action === 'string' ? action : undefined,
      );
      return reply.code(answer.status).type('text/xml; charset=utf-8').send(answer.body);
    },
  );
}

function count(app: FastifyInstance, meter: Meter, protocol: Protocol): void {
  app.addHook('onRequest', async (request, reply) => meter.http(protocol, request.raw, reply.raw));
}

function asText(app: FastifyInstance, types: string[]): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(types, { parseAs: 'string' }, (_request: FastifyRequest, body, done) =>
    done(null, body),
  );
}

function textIn(body: unknown): string {
  return typeof body === 'string' ? body : '';
}

function refuse(reply: FastifyReply, { kind, message }: Mistake): FastifyReply {
  return reply.code(kind === 'no-such-city' ? 404 : 400).send({ error: message });
}

function about(summary: string) {
  return { tags: TAGS, summary };
}
