import { readFileSync } from 'node:fs';
import { OutsideError, UsageError } from '../../src/errors.ts';
import { openJournalFile } from '../contest/export/journal-file.ts';
import { fold } from '../contest/fold.ts';
import { standings } from '../contest/rank.ts';
import type { Context, Options } from './context.ts';

/** `grade verify FILE`: checks the signed journal of a competition, and counts its standings again. */
export async function run([path]: readonly string[], _options: Options, { out }: Context): Promise<number> {
  if (path === undefined)
    throw new UsageError('The file is missing.', 'Type: grade verify journal.json', 'NO_NAME');
  const { entries, publicKey, head } = openJournalFile(read(path));
  const contest = fold(entries);
  const rows = standings(contest, { scope: 'all' }).map(
    ({ place, nick, points, timeS }) =>
      `${String(place).padStart(4)}  ${nick}  ${points} points${timeS === undefined ? '' : `, ${timeS} s`}`,
  );
  out(
    [
      `The journal holds: ${entries.length} entries, none missing, none changed, signed by`,
      `  ${publicKey}`,
      `  head ${head}`,
      '',
      `${contest.settings.exercise}, counted again from the journal:`,
      ...rows,
      '',
    ].join('\n'),
  );
  return 0;
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new OutsideError(`${path} cannot be read.`, 'Check the name of the file.', 'NO_FILE', error);
  }
}
