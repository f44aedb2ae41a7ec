import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import type { World } from '../../classroom/answer.ts';
import { changeOf, play } from './feed.ts';
import { headBytes, type Meter } from './meter.ts';
import { answerReading, feedOf, isMistake } from './questions.ts';

export interface WebSocketDoor {
  upgrade(request: IncomingMessage, socket: Socket, head: Buffer): void;
  close(): void;
}

const MOST_MESSAGE_BYTES = 16 * 1024;

/**
 * Messages are JSON: `{"ask":"reading","city":"beijing"}` is answered with `{"reading":…}`, and
 * `{"ask":"changes","changes":10,"everyMs":100}` with ten `{"change":…}` and `{"end":true}`.
 */
export function createWebSocketDoor(world: () => World, meter: Meter): WebSocketDoor {
  const server = new WebSocketServer({ noServer: true, maxPayload: MOST_MESSAGE_BYTES });
  return {
    upgrade: (request, socket, head) => {
      meter.socket('websocket', socket, headBytes(request) + head.length);
      server.handleUpgrade(request, socket, head, (client) => converse(client, world, meter));
    },
    close: () => {
      for (const client of server.clients) client.close(1001, 'the server ends');
      server.close();
    },
  };
}

function converse(client: WebSocket, world: () => World, meter: Meter): void {
  const playing: { stop: () => void } = { stop: () => undefined };
  const send = (content: unknown): void => client.send(JSON.stringify(content));
  client.on('error', () => client.terminate());
  client.on('close', () => playing.stop());
  client.on('message', (data) => {
    const { ask, ...question } = parsed(String(data));
    meter.answered('websocket');
    if (ask === 'reading') {
      const answer = answerReading(world(), textOf(question.city), textOf(question.time));
      return send(isMistake(answer) ? { error: answer.message } : { reading: answer });
    }
    if (ask !== 'changes') return send({ error: 'ask is "reading" or "changes", in a JSON object.' });
    const feed = feedOf(question);
    if (isMistake(feed)) return send({ error: feed.message });
    playing.stop();
    playing.stop = play(
      feed,
      { ageMs: 0 },
      {
        change: (n) => {
          meter.pushed('websocket');
          send({ change: changeOf(world(), feed, n) });
        },
        end: () => send({ end: true }),
      },
    );
  });
}

function parsed(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
