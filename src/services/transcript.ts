/** Bytes that passed, and who sent them. */
export interface Piece {
  readonly from: 'you' | 'service';
  readonly bytes: Uint8Array;
}

const BYTES_IN_ROW = 16;
/** Rows of one turn; what follows is only counted. */
const MOST_ROWS = 24;
const SENDERS = { you: 'you →', service: 'service ←' } as const;

/**
 * What passed, as text: who, how many bytes, and the bytes themselves; those that are no text in hex, with their letters
 * beside them. Pieces of one sender that follow each other are one turn. Ports and dates differ from run to run and are
 * shown as `…`; the numbers of bytes are those of the wire. Pure.
 *
 * @example transcript([{ from: 'you', bytes: Buffer.from('GET / HTTP/1.1\r\n\r\n') }]) // 'you → 18 bytes\nGET / HTTP/1.1'
 */
export function transcript(pieces: readonly Piece[], from?: Piece['from']): string {
  const turns = turnsOf(from === undefined ? pieces : pieces.filter((piece) => piece.from === from));
  return turns
    .map((turn) => `${SENDERS[turn.from]} ${turn.bytes.length} bytes\n${shortened(shown(turn.bytes))}`)
    .join('\n\n');
}

function turnsOf(pieces: readonly Piece[]): readonly Piece[] {
  const turns: Piece[] = [];
  for (const piece of pieces) {
    const last = turns.at(-1);
    if (last?.from === piece.from)
      turns.splice(-1, 1, { ...last, bytes: Buffer.concat([last.bytes, piece.bytes]) });
    else turns.push(piece);
  }
  return turns;
}

function shown(bytes: Uint8Array): string {
  const text = Buffer.from(bytes).toString('utf8');
  return isText(text) ? withoutChance(text).trimEnd() : dump(bytes);
}

/** No signs that a terminal would not show, and nothing that UTF-8 could not read. */
const isText = (text: string): boolean =>
  [...text].every((sign) => sign !== '\ufffd' && (sign >= ' ' || '\r\n\t'.includes(sign)));

const withoutChance = (text: string): string =>
  text
    .replaceAll('\r\n', '\n')
    .replace(/(127\.0\.0\.1|localhost):\d+/g, '$1:…')
    .replace(/^date: .*$/gim, 'date: …');

/** Sixteen bytes a row, in hex, and their letters beside them. */
function dump(bytes: Uint8Array): string {
  const rows = Array.from({ length: Math.ceil(bytes.length / BYTES_IN_ROW) }, (_, row) =>
    bytes.subarray(row * BYTES_IN_ROW, (row + 1) * BYTES_IN_ROW),
  );
  return rows.map((row) => `${hex(row).padEnd(3 * BYTES_IN_ROW)} ${letters(row)}`).join('\n');
}

const hex = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join(' ');

const letters = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '.')).join('');

function shortened(text: string): string {
  const rows = text.split('\n');
  return rows.length <= MOST_ROWS
    ? text
    : [...rows.slice(0, MOST_ROWS), `… ${rows.length - MOST_ROWS} more rows`].join('\n');
}
