import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { World } from '../../classroom/answer.ts';
import type { GrpcDoor } from './grpc.ts';
import type { Meter } from './meter.ts';
import type { MqttDoor } from './mqtt.ts';
import type { WebSocketDoor } from './websocket.ts';

/** The protocols that are more than HTTP requests. Each is loaded when the first client comes. */
export interface Doors {
  upgrade(request: IncomingMessage, socket: Socket, head: Buffer): Promise<void>;
  accept(speech: 'grpc' | 'mqtt', socket: Socket): Promise<void>;
  close(): Promise<void>;
}

interface Opened {
  grpc?: Promise<GrpcDoor>;
  mqtt?: Promise<MqttDoor>;
  webSocket?: Promise<WebSocketDoor>;
}

export function createDoors({ world, meter }: { readonly world: () => World; readonly meter: Meter }): Doors {
  const opened: Opened = {};
  const grpc = () => {
    opened.grpc ??= import('./grpc.ts').then(({ createGrpcDoor }) => createGrpcDoor(world, meter));
    return opened.grpc;
  };
  const mqtt = () => {
    opened.mqtt ??= import('./mqtt.ts').then(({ createMqttDoor }) => createMqttDoor(world, meter));
    return opened.mqtt;
  };
  const webSocket = () => {
    opened.webSocket ??= import('./websocket.ts').then(({ createWebSocketDoor }) =>
      createWebSocketDoor(world, meter),
    );
    return opened.webSocket;
  };
  return {
    upgrade: async (request, socket, head) => (await webSocket()).upgrade(request, socket, head),
    accept: async (speech, socket) => (speech === 'grpc' ? await grpc() : await mqtt()).accept(socket),
    close: async () => {
      (await opened.webSocket)?.close();
      (await opened.grpc)?.close();
      await (await opened.mqtt)?.close();
    },
  };
}
