import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { csv } from '../../services/csv.ts';

test('csv :: quotes, delimiters, line breaks, null :: as RFC 4180 says', () => {
  assert.is(
    csv(
      ['a', 'b'],
      [
        ['x,y', 'say "hi"'],
        [null, 1.5],
        ['two\nlines', true],
      ],
    ),
    'a,b\r\n"x,y","say ""hi"""\r\n,1.5\r\n"two\nlines",true\r\n',
  );
  assert.is(csv(['a'], [['1;2'], ['1,2']], { delimiter: ';', newline: '\n' }), 'a\n"1;2"\n1,2\n');
});

test('csv :: any texts :: the same again when read', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string(), fc.string()), { maxLength: 5 }), (rows) => {
      assert.equal(read(csv(['a', 'b'], rows)).slice(1), rows);
    }),
  );
});

/** A small reader of its own, so that the writer is not its own judge. */
function read(text: string): string[][] {
  const rows: string[][] = [];
  let [row, field, isQuoted]: [string[], string, boolean] = [[], '', false];
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at] ?? '';
    if (isQuoted && letter === '"' && text[at + 1] === '"') {
      field += '"';
      at += 1;
    } else if (letter === '"') isQuoted = !isQuoted;
    else if (!isQuoted && letter === ',') {
      row.push(field);
      field = '';
    } else if (!isQuoted && letter === '\r' && text[at + 1] === '\n') {
      rows.push([...row, field]);
      [row, field] = [[], ''];
      at += 1;
    } else field += letter;
  }
  return rows;
}

test.run();
