import { distance } from 'fastest-levenshtein';

/**
 * The three names that are most like a word: first those that contain it or lie in it, then by edit distance.
 *
 * @example nearest('pm25', ['list', 'exercise-pm25']) // ['exercise-pm25', 'list']
 */
export function nearest(word: string, names: readonly string[]): string[] {
  const wanted = word.toLowerCase();
  const far = (name: string): number =>
    wanted.length > 1 && (name.includes(wanted) || wanted.includes(name)) ? 0 : distance(wanted, name);
  return [...names].sort((a, b) => far(a) - far(b)).slice(0, 3);
}
