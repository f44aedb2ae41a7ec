import type { Part } from './exercise.ts';

/**
 * What a part is called in a sentence: its function, or its title when one function has several parts.
 *
 * @example partName(report.parts, 'air') // 'GET /air'
 */
export function partName(parts: readonly Part[], id: string): string {
  const part = parts.find((one) => one.id === id);
  if (part === undefined) return id;
  const isShared = parts.some((other) => other !== part && other.export === part.export);
  return isShared ? part.title : part.export;
}
