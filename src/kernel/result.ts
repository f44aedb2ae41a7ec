import { inspect } from 'node:util';
import type { Bundle } from './messages.ts';
import { plainJson } from './plain-json.ts';

const DISPLAY = Symbol.for('Jupyter.display');
const LIMIT_CHARACTERS = 200_000;

/**
 * How a last expression is shown: values with a `[Symbol.for('Jupyter.display')]()` (data frames of nodejs-polars, for
 * one) as they wish, all others as Node's console would.
 */
export async function resultBundle(value: unknown): Promise<Bundle> {
  const text = cut(inspect(value));
  const own = await ownBundle(value);
  return { data: { 'text/plain': text, ...own }, metadata: {} };
}

async function ownBundle(value: unknown): Promise<object> {
  if ((typeof value !== 'object' && typeof value !== 'function') || value === null) return {};
  try {
    if (!(DISPLAY in value) || typeof value[DISPLAY] !== 'function') return {};
    const bundle: unknown = await value[DISPLAY]();
    return typeof bundle === 'object' && bundle !== null ? plainJson(bundle) : {};
  } catch (error) {
    console.error(`The value could not show itself: ${error instanceof Error ? error.message : error}`);
    return {};
  }
}

function cut(text: string): string {
  if (text.length <= LIMIT_CHARACTERS) return text;
  return `${text.slice(0, LIMIT_CHARACTERS)}\n… ${text.length - LIMIT_CHARACTERS} more characters`;
}
