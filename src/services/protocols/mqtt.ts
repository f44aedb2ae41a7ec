import type { Socket } from 'node:net';
import type { World } from '../../classroom/answer.ts';
import { CITIES, cityNamed, readingOf } from '../reading.ts';
import { changeOf, play } from './feed.ts';
import type { Meter } from './meter.ts';
import { feedOf, isMistake } from './questions.ts';

export interface MqttDoor {
  /** Speaks MQTT on a connection whose first byte was that of CONNECT. */
  accept(socket: Socket): void;
  close(): Promise<void>;
}

/** Where students may publish; everything else is the broker's. */
const MAY_PUBLISH = /^(class\/[^#+]{1,100}|air\/[a-z]+\/watch)$/;
const MOST_PAYLOAD_BYTES = 16 * 1024;

/**
 * A broker for MQTT 3.1.1. `air/CITY/pm2_5` holds the newest reading (retained), a message to `air/CITY/watch`
 * (`{"changes":10,"everyMs":100}`) starts a feed on `air/CITY/changes`, and `class/…` is free for everybody.
 */
export async function createMqttDoor(world: () => World, meter: Meter): Promise<MqttDoor> {
  // A module of ES only: a native import() finds it from the compiled CommonJS too.
  const { Aedes } = await import('aedes');
  const stops = new Map<string, () => void>();
  const broker = await Aedes.createBroker({
    authorizePublish: (_client, packet, done) => {
      if (!MAY_PUBLISH.test(packet.topic))
        return done(new Error(`not allowed to publish to ${packet.topic}`));
      if (packet.payload.length > MOST_PAYLOAD_BYTES) return done(new Error('the message is too large'));
      // What students say is not kept.
      packet.retain = false;
      done(null);
    },
  });
  const publish = (topic: string, content: unknown, retain = false): void =>
    broker.publish(
      { cmd: 'publish', topic, payload: Buffer.from(JSON.stringify(content)), qos: 0, retain, dup: false },
      () => undefined,
    );
  broker.on('publish', ({ topic, payload }, client) => {
    const [, cityName = ''] = /^air\/([a-z]+)\/watch$/.exec(topic) ?? [];
    const city = client === null ? undefined : cityNamed(cityName);
    if (city === undefined) return;
    const feed = feedOf({ ...parsed(payload.toString()), city: city.id });
    if (isMistake(feed)) return;
    stops.get(city.id)?.();
    const stop = play(
      feed,
      { ageMs: 0 },
      {
        change: (n) => {
          meter.pushed('mqtt');
          publish(`air/${city.id}/changes`, changeOf(world(), feed, n));
        },
        end: () => stops.delete(city.id),
      },
    );
    stops.set(city.id, stop);
  });
  const tellNewest = (): void => {
    for (const city of CITIES) publish(`air/${city.id}/pm2_5`, readingOf(world(), city), true);
  };
  tellNewest();
  return {
    accept: (socket) => {
      tellNewest();
      meter.socket('mqtt', socket, socket.bytesRead);
      broker.handle(socket);
    },
    close: () => {
      for (const stop of stops.values()) stop();
      return new Promise((resolve) => broker.close(() => resolve()));
    },
  };
}

function parsed(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
