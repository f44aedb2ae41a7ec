import type { Lesson } from '../teaching/lesson.ts';
import type { LessonSource, SourceCell } from './source.ts';

/** What a lesson may be at most, so that something is done every few minutes. */
export const LIMITS = {
  wordsPerText: 60,
  linesPerCode: 12,
  /** Longer lines are cut off in JupyterLab on a laptop. */
  columns: 80,
  codeInARow: 2,
  cellsBetweenTasks: 4,
  cells: 40,
  minutes: 40,
} as const;

/** Cells in which the student does something. */
const TASK =
  /\b(predict|recall|check|hint|grade|reveal)\(|\/\/ TODO|Your turn|\*\*Do\*\*|\*\*Predict\*\*|\*\*Change\*\*/;

/**
 * Everything about a lesson's source that an author must correct: form limits, headings, alternative texts, traps of
 * plain tslab, and that every objective has its check and every id exists. Pure.
 *
 * @returns sentences that begin with `file:line`.
 */
export function formProblems(source: LessonSource, lesson: Lesson, path: string): readonly string[] {
  return [...cellsProblems(source.cells, path), ...promiseProblems(source, lesson, path)];
}

/** The problems that show in the cells alone. Pure. */
export function cellsProblems(cells: readonly SourceCell[], path: string): readonly string[] {
  return [
    ...cells.flatMap((cell) => cellProblems(cell, path)),
    ...sequenceProblems(cells, path),
    ...headingProblems(cells, path),
  ];
}

function cellProblems({ kind, text, line }: SourceCell, path: string): string[] {
  const at = `${path}:${line}`;
  if (kind === 'text') {
    const words = wordsOf(text);
    const images = [...text.matchAll(/!\[([^\]]*)\]\(/g)].filter(([, alt]) => (alt ?? '').trim().length < 10);
    return [
      ...(words > LIMITS.wordsPerText ? [`${at}: ${words} words, at most ${LIMITS.wordsPerText}`] : []),
      ...images.map(() => `${at}: an image without an alternative text that says what it shows`),
    ];
  }
  const given = text.replace(/^\s*\/\/ solution$.*?^\s*\/\/ instead$/gms, '').replace(/^\s*\/\/ end$/gm, '');
  const rows = given.split('\n').filter((row) => row.trim() !== '');
  const lines = rows.length;
  const widest = Math.max(0, ...text.split('\n').map((row) => row.length));
  return [
    ...(widest > LIMITS.columns ? [`${at}: a line of ${widest} characters, at most ${LIMITS.columns}`] : []),
    ...(lines > LIMITS.linesPerCode ? [`${at}: ${lines} lines of code, at most ${LIMITS.linesPerCode}`] : []),
    ...(/await\s*\(\s*await\b/.test(text)
      ? [`${at}: nested await, which plain tslab cannot run; use two lines`]
      : []),
    ...(/new Date\(\)|Date\.now\(\)|Math\.random\(\)/.test(text)
      ? [`${at}: a clock or chance, so the stored output would never be the same`]
      : []),
  ];
}

/** Words that a student reads: no code, no link targets, no table rules. */
const wordsOf = (text: string): number =>
  text
    .replace(/```.*?```/gs, ' ')
    .replace(/\]\([^)]*\)/g, ' ')
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

function sequenceProblems(cells: readonly SourceCell[], path: string): string[] {
  const problems: string[] = [];
  let codes = 0;
  let idle = 0;
  for (const { kind, text, line } of cells) {
    codes = kind === 'code' ? codes + 1 : 0;
    if (codes === LIMITS.codeInARow + 1)
      problems.push(`${path}:${line}: the third code cell in a row; say what comes`);
    idle = TASK.test(text) ? 0 : idle + 1;
    if (idle === LIMITS.cellsBetweenTasks + 1)
      problems.push(
        `${path}:${line}: ${idle} cells without anything to do, at most ${LIMITS.cellsBetweenTasks}`,
      );
  }
  if (cells.length > LIMITS.cells) problems.push(`${path}: ${cells.length} cells, at most ${LIMITS.cells}`);
  return problems;
}

function headingProblems(cells: readonly SourceCell[], path: string): string[] {
  const levels = cells
    .filter(({ kind }) => kind === 'text')
    .flatMap(({ text, line }) =>
      [...text.replace(/```.*?```/gs, '').matchAll(/^(#+) /gm)].map((match) => ({
        level: match[1]?.length ?? 0,
        line,
      })),
    );
  const tops = levels.filter(({ level }) => level === 1).length;
  return [
    ...(tops === 1 && levels[0]?.level === 1
      ? []
      : [`${path}: ${tops} headings of level 1; one, at the top`]),
    ...levels.flatMap(({ level, line }, index) =>
      level > (levels[index - 1]?.level ?? 0) + 1 ? [`${path}:${line}: a heading skips a level`] : [],
    ),
  ];
}

function promiseProblems({ facts, cells }: LessonSource, lesson: Lesson, path: string): string[] {
  const code = cells
    .filter(({ kind }) => kind === 'code')
    .map(({ text }) => text)
    .join('\n');
  const used = (call: string): string[] =>
    [...code.matchAll(new RegExp(`\\b${call}\\('([^']+)'`, 'g'))].map((match) => match[1] ?? '');
  const minutes = [...(facts.minutes ?? '').matchAll(/\d+/g)].reduce(
    (sum, [number]) => sum + Number(number),
    0,
  );
  const missing = (ids: readonly string[], call: string): string[] =>
    ids.filter((id) => !used(call).includes(id)).map((id) => `${path}: ${call}('${id}', …) is in no cell`);
  const unproved = lesson.objectives.filter(
    ({ provedBy }) => !used('check').includes(provedBy) && !code.includes(provedBy),
  );
  return [
    ...(minutes > LIMITS.minutes ? [`${path}: ${minutes} minutes, at most ${LIMITS.minutes}`] : []),
    ...(minutes === 0 ? [`${path}: the front matter has no minutes`] : []),
    ...missing(
      lesson.predictions.map(({ id }) => id),
      'predict',
    ),
    ...missing(
      lesson.predictions.map(({ id }) => id),
      'reveal',
    ),
    ...missing(
      lesson.checks.map(({ id }) => id),
      'check',
    ),
    ...unproved.map(
      ({ says, provedBy }) => `${path}: "${says}" is to be proved by ${provedBy}, which no cell runs`,
    ),
  ];
}
