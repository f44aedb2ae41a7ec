import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { answerGeocoding } from '../../../classroom/geocoding/geocoding.ts';

const test = suite('geocoding :: protobuf');

type Field = readonly [number: number, value: number | Buffer];

/** Reads a protocol buffer without its schema. */
function fields(bytes: Buffer): Field[] {
  const found: Field[] = [];
  const at = { byte: 0 };
  const varint = (): number => {
    let [value, scale, byte] = [0, 1, 0];
    do {
      byte = bytes[at.byte++] ?? 0;
      value += (byte & 127) * scale;
      scale *= 128;
    } while (byte > 127);
    return value;
  };
  while (at.byte < bytes.length) {
    const tag = varint();
    const [field, wire] = [tag >> 3, tag & 7];
    if (wire === 0) found.push([field, varint()]);
    else if (wire === 5) {
      found.push([field, bytes.readFloatLE(at.byte)]);
      at.byte += 4;
    } else {
      const length = varint();
      found.push([field, bytes.subarray(at.byte, at.byte + length)]);
      at.byte += length;
    }
  }
  return found;
}

const ask = (url: string): { type: string | undefined; bytes: Buffer } => {
  const { headers, body } = answerGeocoding({ method: 'GET', host: 'x', url, headers: {} });
  return { type: headers['content-type'], bytes: Buffer.from(body) };
};

const plain = (all: readonly Field[]) =>
  Object.fromEntries(
    all.map(([field, value]) => [field, Buffer.isBuffer(value) ? value.toString('utf8') : value]),
  );

test('search :: places with their field numbers, then the time', () => {
  const { type, bytes } = ask('/v1/search?name=Roskilde&count=1&format=protobuf');
  assert.is(type, 'application/x-protobuf');
  const [place, time, ...rest] = fields(bytes);
  assert.is(place?.[0], 1);
  assert.is(time?.[0], 2);
  assert.equal(rest, []);
  assert.ok(Buffer.isBuffer(place?.[1]));
  const record = plain(fields(place[1]));
  assert.is(record[1], 2614481);
  assert.is(record[2], 'Roskilde');
  assert.is(record[4], Math.fround(55.64152));
  assert.is(record[7], 41);
  assert.equal([record[8], record[9], record[14], record[15]], ['PPLA2', 'DK', 'Europe/Copenhagen', 51916]);
  assert.equal(
    [record[18], record[19], record[20], record[21]],
    [2623032, 'Denmark', 'Zealand', 'Roskilde Kommune'],
  );
});

test('get :: the place itself', () => {
  const record = plain(fields(ask('/v1/get?id=1816670&language=zh&format=protobuf').bytes));
  assert.equal([record[1], record[2], record[15]], [1816670, '北京', 18960744]);
});

test('nothing found :: only the time', () => {
  assert.equal(
    fields(ask('/v1/search?name=xyzzy&format=protobuf').bytes).map(([field]) => field),
    [2],
  );
});

test.run();
