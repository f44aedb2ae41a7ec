import { join } from 'node:path';
import { recordCommand } from '../../src/classroom/record-command.ts';
import { type Context, type Options, text } from './context.ts';

export async function run(_words: readonly string[], options: Options, context: Context): Promise<number> {
  return recordCommand();
}
