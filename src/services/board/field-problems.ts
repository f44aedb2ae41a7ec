import type { FastifyError } from 'fastify';

/** What is wrong with one field of a body, in words. */
export interface FieldProblem {
  readonly field: string;
  readonly problem: string;
}

type Validation = NonNullable<FastifyError['validation']>;

/**
 * The schema checker's findings as a list of fields.
 *
 * @example
 * fieldProblems(error.validation); // [{ field: 'title', problem: 'is missing' }]
 */
export function fieldProblems(validation: Validation): readonly FieldProblem[] {
  return validation.map(({ instancePath, keyword, params, message = 'is not accepted' }) => {
    const at = instancePath.slice(1).replaceAll('/', '.');
    if (keyword === 'required') return { field: String(params.missingProperty), problem: 'is missing' };
    if (keyword === 'additionalProperties')
      return { field: String(params.additionalProperty), problem: 'is not a field of a notice' };
    return { field: at === '' ? '(body)' : at, problem: message };
  });
}
