import type { Socket } from 'node:net';
import {
  type handleServerStreamingCall,
  type handleUnaryCall,
  loadPackageDefinition,
  Server,
  ServerCredentials,
  type ServiceDefinition,
  status,
} from '@grpc/grpc-js';
import { fromJSON } from '@grpc/proto-loader';
import { parse } from 'protobufjs';
import type { World } from '../../classroom/answer.ts';
import type { Reading } from '../reading.ts';
import { changeOf, play } from './feed.ts';
import type { Meter } from './meter.ts';
import { AIR_PROTO } from './proto.ts';
import { answerReading, feedOf, isMistake, type Mistake } from './questions.ts';

interface Place {
  readonly city: string;
  readonly time: string;
}
interface WatchRequest {
  readonly city: string;
  readonly changes: number;
  readonly every_ms: number;
}
/** Without `pm2_5` when the hour has no value. */
type WireReading = Omit<Reading, 'pm2_5'> & { readonly pm2_5?: number };

export interface GrpcDoor {
  /** Speaks gRPC on a connection whose first bytes were those of HTTP/2. */
  accept(socket: Socket): void;
  close(): void;
}

/** Call `accept` with connections: the server does not listen by itself. */
export function createGrpcDoor(world: () => World, meter: Meter): GrpcDoor {
  const server = new Server();
  const getReading: handleUnaryCall<Place, WireReading> = ({ request }, reply) => {
    meter.answered('grpc');
    const answer = answerReading(world(), request.city, request.time);
    if (isMistake(answer)) return reply(failureOf(answer));
    reply(null, onTheWire(answer));
  };
  const watch: handleServerStreamingCall<WatchRequest, unknown> = (call) => {
    meter.answered('grpc');
    const { city, changes, every_ms: everyMs } = call.request;
    const feed = feedOf({ city, changes, everyMs });
    if (isMistake(feed)) {
      call.emit('error', failureOf(feed));
      return;
    }
    const stop = play(
      feed,
      { ageMs: 0 },
      {
        change: (n) => {
          meter.pushed('grpc');
          const { reading } = changeOf(world(), feed, n);
          call.write({ n, reading: onTheWire(reading) });
        },
        end: () => call.end(),
      },
    );
    call.on('cancelled', stop);
    call.on('close', stop);
  };
  server.addService(airService(), { GetReading: getReading, Watch: watch });
  const injector = server.createConnectionInjector(ServerCredentials.createInsecure());
  return {
    accept: (socket) => {
      meter.socket('grpc', socket, socket.bytesRead);
      injector.injectConnection(socket);
    },
    close: () => {
      injector.destroy();
      server.forceShutdown();
    },
  };
}

function airService(): ServiceDefinition {
  const definition = fromJSON(parse(AIR_PROTO, { keepCase: true }).root.toJSON(), {
    keepCase: true,
    defaults: true,
    oneofs: true,
  });
  const { airlab } = loadPackageDefinition(definition);
  const air = typeof airlab === 'object' && 'Air' in airlab ? airlab.Air : undefined;
  if (typeof air !== 'function' || !('service' in air)) throw new Error('air.proto has no service Air');
  return air.service;
}

function onTheWire({ pm2_5, ...others }: Reading): WireReading {
  return pm2_5 === null ? others : { ...others, pm2_5 };
}

function failureOf({ kind, message }: Mistake) {
  return { code: kind === 'no-such-city' ? status.NOT_FOUND : status.INVALID_ARGUMENT, details: message };
}
