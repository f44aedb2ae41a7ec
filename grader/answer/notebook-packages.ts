import { isBuiltin } from 'node:module';

/** Of `airlab`, what a cell does with a lesson or a grading. It is not run while grading. */
const TEACHING = [
  'check',
  'doctor',
  'grade',
  'hint',
  'join',
  'predict',
  'recall',
  'reveal',
  'solution',
  'submit',
];

/**
 * The packages that converted cells load, so that they can be put beside the cells. `airlab` is large: it comes along
 * only when a cell uses more of it than `grade` and its like.
 *
 * @example packagesOf(['const fastify_1 = require("fastify");']) // ['fastify']
 */
export function packagesOf(outputs: readonly string[]): readonly string[] {
  const names = outputs.flatMap((output) =>
    [...output.matchAll(/\brequire\((["'])([^"'\n]+)\1\)/g)]
      .map((match) => match[2] ?? '')
      .filter((name) => !isBuiltin(name) && (name !== 'airlab' || usesAirlab(output))),
  );
  return [...new Set(names)];
}

function usesAirlab(output: string): boolean {
  const used = [...output.matchAll(/\bairlab_\d+\.(\w+)/g)].map((match) => match[1] ?? '');
  return used.length === 0 || used.some((name) => !TEACHING.includes(name));
}
