import { isRecord } from '../../judge/readings.ts';
import type { Joke } from './questions.ts';

/** The same ids and lines in the same order; other fields and spaces at the ends are no matter. */
export function sameJokes(value: unknown, jokes: readonly Joke[]): boolean {
  if (!Array.isArray(value) || value.length !== jokes.length) return false;
  const entries: readonly unknown[] = value;
  return jokes.every((joke, index) => sameJoke(entries[index], joke));
}

export function sameJoke(value: unknown, { id, lines }: Joke): boolean {
  return isRecord(value) && value.id === id && linesAre(value.lines, lines);
}

/** Line by line; null stands for a line that is not there, as of a field that does not exist. */
export function linesAre(value: unknown, lines: readonly (string | null)[]): boolean {
  if (!Array.isArray(value) || value.length !== lines.length) return false;
  const given: readonly unknown[] = value;
  return lines.every((line, index) => {
    const own = given[index];
    if (line === null) return own === null || own === '' || own === 'undefined';
    return typeof own === 'string' && own.trim() === line.trim();
  });
}
