import type { Reading } from '../../../src/services/reading.ts';

/** Bytes as students see them: `81 5d 7b`. */
export function hex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
}

/** A text frame of WebSocket (RFC 6455); what a client sends is masked. Texts of up to 125 bytes. */
export function webSocketFrame(text: string, mask?: readonly number[]): string {
  const bytes = Buffer.from(text);
  if (mask === undefined) return hex(Buffer.from([0x81, bytes.length, ...bytes]));
  const masked = bytes.map((byte, index) => byte ^ (mask[index % mask.length] ?? 0));
  return hex(Buffer.from([0x81, 0x80 | bytes.length, ...mask, ...masked]));
}

/** WebSocket: the connection ends, with code 1001. */
export const WEB_SOCKET_CLOSE = hex(Buffer.from([0x88, 0x02, 0x03, 0xe9]));

/** An MQTT 3.1.1 PUBLISH of at most once; topics and texts of up to 127 bytes together. */
export function mqttPublish(topic: string, text: string, { retained = false } = {}): string {
  const rest = Buffer.concat([mqttText(topic), Buffer.from(text)]);
  return hex(Buffer.from([retained ? 0x31 : 0x30, rest.length, ...rest]));
}

/** An MQTT 3.1.1 CONNECT that keeps nothing. */
export function mqttConnect(client: string): string {
  const [CLEAN_SESSION, KEEP_ALIVE_S] = [0x02, 60];
  const rest = Buffer.concat([
    mqttText('MQTT'),
    Buffer.from([4, CLEAN_SESSION, 0, KEEP_ALIVE_S]),
    mqttText(client),
  ]);
  return hex(Buffer.from([0x10, rest.length, ...rest]));
}

function mqttText(text: string): Buffer {
  const bytes = Buffer.from(text);
  return Buffer.concat([Buffer.from([0, bytes.length]), bytes]);
}

/** A message of gRPC: one byte (not compressed), four bytes of length, then the Place or Reading of `air.proto`. */
export function grpcFrame(content: Pick<Reading, 'city' | 'time'> | Reading): string {
  const parts = [protoText(1, content.city), protoText(2, content.time)];
  if ('unit' in content) {
    const double = Buffer.alloc(8);
    double.writeDoubleLE(content.pm2_5 ?? 0);
    if (content.pm2_5 !== null) parts.push(Buffer.concat([Buffer.from([(3 << 3) | 1]), double]));
    parts.push(protoText(4, content.unit));
  }
  const message = Buffer.concat(parts);
  return hex(Buffer.from([0, 0, 0, 0, message.length, ...message]));
}

function protoText(field: number, text: string): Buffer {
  const bytes = Buffer.from(text);
  return Buffer.concat([Buffer.from([(field << 3) | 2, bytes.length]), bytes]);
}
