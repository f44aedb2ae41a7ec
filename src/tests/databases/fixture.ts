import * as assert from 'uvu/assert';
import { type AirlabError, isAirlabError } from '../../errors.ts';

/** The airlab error that a promise ends with. */
export async function errorOf(work: Promise<unknown>): Promise<AirlabError> {
  try {
    await work;
  } catch (error) {
    if (isAirlabError(error)) return error;
    throw error;
  }
  assert.unreachable('no error was thrown');
  throw new Error('unreachable');
}
