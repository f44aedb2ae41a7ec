import { readFileSync, writeSync } from 'node:fs';
import type { GrafeoDB } from '@grafeo-db/js';
import { fromGrafeo } from '../../src/databases/graph/values.ts';
import type { Asked, Reply } from './ask.ts';
import { refusedWord } from './refused-word.ts';

/**
 * Runs behind walls of its own, without files and without a network, and is all that runs there: the answer's Cypher is
 * data to it. Reads what is asked from standard input, writes a line for each reply, ends. Bundled to one file by the
 * build; the engine is the file of machine code whose path is the only argument.
 */
async function main(addon: string): Promise<void> {
  const { GrafeoDB }: typeof import('@grafeo-db/js') = require(addon);
  const { script, questions }: Asked = JSON.parse(readFileSync(0, 'utf8'));
  for (const { id, cypher, params } of questions) {
    // Each question has a graph of its own: what one changes, no other one sees.
    const db = GrafeoDB.create();
    for (const line of script) await db.executeCypher(line.cypher, line.params);
    say(await reply(db, { id, cypher, params }));
    db.close();
  }
}

const MOST_ROWS = 2_000;

async function reply(db: GrafeoDB, { id, cypher, params }: Asked['questions'][number]): Promise<Reply> {
  const word = refusedWord(cypher);
  if (word !== undefined) return { id, error: `${word} is refused here: the answer is in the graph` };
  try {
    const result = await db.executeCypher(cypher, params);
    if (result.length > MOST_ROWS) return { id, error: `it gives more than ${MOST_ROWS} rows` };
    return { id, columns: result.columns, rows: result.toArray().map(fromGrafeo) };
  } catch (error) {
    const says = error instanceof Error ? error.message : String(error);
    return { id, error: says.replace(/^Query error: |GRAFEO-[A-Z]\d+: /g, '').trim() };
  }
}

const STDOUT = 1;
const LONGEST = 500_000;

function say(reply: Reply): void {
  const bytes = Buffer.from(`${written(reply)}\n`);
  for (let at = 0; at < bytes.length; ) at += writeSync(STDOUT, bytes, at);
}

/** What cannot be written is the text's trouble, not the engine's. */
function written(reply: Reply): string {
  try {
    const text = JSON.stringify(reply);
    if (text.length <= LONGEST) return text;
  } catch {
    // longer than a text can be
  }
  return JSON.stringify({ id: reply.id, error: 'its rows are too long' });
}

void main(process.argv[2] ?? '');
