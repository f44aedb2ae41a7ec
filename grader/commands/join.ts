import { UsageError } from '../../src/errors.ts';
import { readOffset, readView, takeSeat } from '../contest/client/student.ts';
import { standing } from '../contest/client/words.ts';
import { urlOf } from '../contest/server/addresses.ts';
import { type Context, type Options, text } from './context.ts';
import { progressTalk } from './progress.ts';

/** `grade join CODE --name NICK`: takes a seat in a competition. Again: shows where you stand. */
export async function run([code]: readonly string[], options: Options, context: Context): Promise<number> {
  const nick = text(options, 'name');
  if (code === undefined || nick === undefined)
    throw new UsageError(
      `The ${code === undefined ? 'code' : 'nickname'} is missing.`,
      'Type: grade join CODE --name NICK. The code stands on the board.',
      'NO_NAME',
    );
  const { root, out, now } = context;
  const progress = progressTalk(context);
  progress.step(`joining ${code}`);
  try {
    const seat = await takeSeat(root, { url: urlOf(code), nick, pin: text(options, 'pin'), nowMs: now() });
    const [view, { offsetMs }] = [await readView(seat), await readOffset(seat, now)];
    progress.end();
    out(
      [
        `You are in as ${seat.nick}: ${seat.exercise}.`,
        ...standing(view, now() + offsetMs),
        '',
        `  grade ${seat.exercise}          as often as you like, here, also without the link`,
        `  grade submit ${seat.exercise}   counts; the best one, not the last`,
        '',
      ].join('\n'),
    );
    return 0;
  } finally {
    progress.end();
  }
}
