import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';

export interface Header {
  readonly msg_id: string;
  readonly session: string;
  readonly username: string;
  readonly date: string;
  readonly msg_type: string;
  readonly version: string;
}

export interface Message {
  /** ZeroMQ routing prefix: a reply starts with the same. */
  readonly identities: readonly Buffer[];
  readonly header: Header;
  readonly content: Readonly<Record<string, unknown>>;
}

const DELIMITER = Buffer.from('<IDS|MSG>');

/**
 * Reads one multipart message of Jupyter's wire protocol.
 *
 * @returns undefined when it is not signed with `key` or not well formed: such a message is not answered.
 */
export function readMessage(frames: readonly Buffer[], key: string): Message | undefined {
  const at = frames.findIndex((frame) => frame.equals(DELIMITER));
  const signature = frames[at + 1];
  const [header, parent, metadata, content] = frames.slice(at + 2);
  if (at < 0 || !signature || !header || !parent || !metadata || !content) return undefined;
  const expected = Buffer.from(sign([header, parent, metadata, content], key));
  if (key && (signature.length !== expected.length || !timingSafeEqual(signature, expected)))
    return undefined;
  try {
    return {
      identities: frames.slice(0, at),
      header: JSON.parse(header.toString()),
      content: JSON.parse(content.toString()),
    };
  } catch {
    return undefined;
  }
}

/** Frames of a message of `type` caused by `parent`; `identities` is the topic on iopub, the sender's on the others. */
export function writeMessage(
  { type, content, parent, identities }: Outgoing,
  key: string,
): (Buffer | string)[] {
  const header: Header = {
    msg_id: randomUUID(),
    session: parent?.session ?? '',
    username: parent?.username ?? 'kernel',
    date: new Date().toISOString(),
    msg_type: type,
    version: '5.4',
  };
  const parts = [header, parent ?? {}, {}, content].map((part) => JSON.stringify(part));
  return [...identities, DELIMITER, sign(parts, key), ...parts];
}

export interface Outgoing {
  readonly type: string;
  readonly content: object;
  readonly parent: Header | undefined;
  readonly identities: readonly (Buffer | string)[];
}

function sign(parts: readonly (Buffer | string)[], key: string): string {
  if (!key) return '';
  const hash = createHmac('sha256', key);
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
}
