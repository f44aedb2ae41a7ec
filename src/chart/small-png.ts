import { crc32, deflateSync } from 'node:zlib';

/** A drawn picture: four bytes (red, green, blue, opacity) for each pixel, row by row. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly pixels: Buffer;
}

const MOST_COLOURS = 256;

/**
 * A PNG with a palette, a quarter of the size of one with full colours: charts are stored in notebooks and in git.
 *
 * @returns undefined when the picture has more than 256 colours or is transparent somewhere.
 */
export function smallPng({ width, height, pixels }: Pixels): Buffer | undefined {
  const colours = new Uint32Array(pixels.buffer, pixels.byteOffset, width * height);
  const palette = new Map<number, number>();
  // One byte for each pixel, and one before each row: 0, not filtered.
  const rows = Buffer.alloc((width + 1) * height);
  const last = { colour: -1, index: 0 };
  for (let at = 0; at < colours.length; at += 1) {
    const colour = colours[at] ?? 0;
    if (colour !== last.colour) {
      last.colour = colour;
      last.index = palette.get(colour) ?? palette.size;
      if (last.index === MOST_COLOURS) return undefined;
      palette.set(colour, last.index);
    }
    rows[at + Math.floor(at / width) + 1] = last.index;
  }
  const entries = Buffer.from(Uint32Array.from(palette.keys()).buffer);
  if (entries.some((byte, at) => at % 4 === 3 && byte !== OPAQUE)) return undefined;
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header(width, height)),
    chunk(
      'PLTE',
      entries.filter((_, at) => at % 4 !== 3),
    ),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const OPAQUE = 255;
const SIGNATURE = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');

function header(width: number, height: number): Buffer {
  const sizes = Buffer.alloc(8);
  sizes.writeUInt32BE(width, 0);
  sizes.writeUInt32BE(height, 4);
  // Eight bits, with a palette; the only compression and filter there are; rows in their order.
  return Buffer.concat([sizes, Buffer.from([8, 3, 0, 0, 0])]);
}

function chunk(name: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const around = Buffer.alloc(8);
  around.writeUInt32BE(data.length, 0);
  around.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([around.subarray(0, 4), body, around.subarray(4)]);
}
