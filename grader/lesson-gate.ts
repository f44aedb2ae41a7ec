import { courseProblems } from '../src/course/gate.ts';
import { readyJupyterPython } from '../src/lab/jupyter-python.ts';
import { lessons } from '../src/lessons/lessons.ts';

/** What the gate finds in the lessons, and what it could not look at and why. */
export interface LessonGate {
  readonly problems: readonly string[];
  readonly skipped: readonly string[];
}

/** The lessons' part of `npm run check`; runs no notebook, which is what `src/tests/course/` does. */
export function lessonGate(home: string): LessonGate {
  const python = readyJupyterPython({ root: home, platform: process.platform, modules: ['nbformat'] });
  const skipped =
    python === undefined ? ['validity of the notebooks: no Python with nbformat, see npm start'] : [];
  return { problems: courseProblems(home, lessons, python), skipped };
}
