import type { Finding } from '../exercise.ts';
import { clockWords, dataWords } from './circumstances.ts';
import { fold, paragraph, spread } from './layout.ts';
import { type Look, markOf, paint, type Style, spellable } from './look.ts';
import { hoursAround, plot } from './plot.ts';
import type { Report, Row } from './report.ts';
import { rowsByPart, summary, type TierSummary } from './summary.ts';

/** What the record does not know. */
export interface Moment {
  readonly nowMs: number;
  /** Said at the end, for example that progress could not be kept. */
  readonly notices?: readonly string[];
}

const PRINTED_LINES = 8;
const INDENT = 2;

/**
 * The report as text of at most `look.width` columns. Pure.
 *
 * @example stdout.write(renderTerminal(report, look, { nowMs: Date.now() }))
 */
export function renderTerminal(report: Report, look: Look, moment: Moment): string {
  const sections = [
    title(report, look),
    troubleSection(report, look),
    ...partSections(report, look),
    summarySection(report, look),
    nextSection(report, look, moment),
    adviceSection(report, look),
    outputSection(report, look),
    footer(report, look, moment),
  ];
  return `${spaced(sections).join('\n')}\n`;
}

/** An empty line between sections; sections of one line stand together. */
function spaced(sections: readonly (readonly string[])[]): string[] {
  const filled = sections.filter((lines) => lines.length > 0);
  return filled.flatMap((lines, index) => {
    const before = filled[index - 1];
    const together = before === undefined || (before.length === 1 && lines.length === 1);
    return together ? lines : ['', ...lines];
  });
}

function title(report: Report, look: Look): string[] {
  const mark = {
    passed: markOf('passed', look),
    'not yet': markOf('failed', look),
    'could not check': markOf('unchecked', look),
  }[report.verdict];
  const style = verdictStyle(report.verdict);
  const left = spellable(`${report.exercise.name} · ${report.exercise.title}`, look);
  const right = `${mark} ${report.verdict}, ${report.points}/${report.worth} points`;
  const [first, ...more] = spread(left, right, look);
  const head = first?.endsWith(right)
    ? [paint(first.slice(0, -right.length), 'bold', look) + paint(first.slice(-right.length), style, look)]
    : [paint(first ?? '', 'bold', look), ...more.map((line) => paint(line, style, look))];
  const { text, loud } = dataWords(report);
  return [...head, ...paragraph(text, look, { style: loud ? 'yellow' : 'dim' })];
}

function troubleSection({ trouble }: Report, look: Look): string[] {
  if (!trouble) return [];
  const whose = trouble.whose === 'ours' ? 'The grader failed' : 'Something outside failed';
  return [
    ...paragraph(`${whose}, not your answer. ${trouble.says}`, look, { style: 'yellow' }),
    ...paragraph(trouble.hint, look),
  ];
}

function partSections(report: Report, look: Look): string[][] {
  const told = new Set<string>();
  return rowsByPart(report, 'visible').map(({ part, rows }) => {
    const [row] = rows;
    const heading = `${part.export}: ${part.title}`;
    if (row === undefined || rows.length > 1)
      return [
        ...paragraph(heading, look, { style: 'bold' }),
        ...rows.flatMap((one) => [...headLine(one.title, one, look, 2), ...rowLines(one, look, told)]),
      ];
    return [...headLine(heading, row, look, 0), ...rowLines(row, look, told)];
  });
}

function headLine(text: string, row: Row, look: Look, indent: number): string[] {
  const style = ({ passed: 'green', failed: 'red', unchecked: 'yellow' } as const)[row.outcome];
  return paragraph(text, look, { indent, lead: `${markOf(row.outcome, look)} `, leadStyle: style });
}

function rowLines({ outcome, why, finding }: Row, look: Look, told: Set<string>): string[] {
  switch (outcome) {
    case 'passed':
      return [];
    case 'unchecked':
      return paragraph(`not checked: ${why ?? 'no reason was given'}`, look, { indent: INDENT });
    case 'failed': {
      const says = `not yet: ${finding?.says ?? 'the result differs'}`;
      const details = finding ? findingLines(finding, look) : [];
      const all = [...paragraph(says, look, { indent: INDENT }), ...details];
      const repeated = told.has(all.join());
      told.add(all.join());
      return repeated ? paragraph('not yet: the same as above', look, { indent: INDENT }) : all;
    }
  }
}

/** What the finding says besides its sentence: the mistake, both values, the picture. */
export function findingLines(finding: Finding, look: Look): string[] {
  const { mistake, expected, actual, series } = finding;
  const indent = INDENT;
  const drawing = series
    ? ['', ...plot(series, look, look.width - indent), '', ...hoursAround(series, look)]
    : [];
  return [
    ...(mistake ? paragraph(`consistent with ${mistake.says}`, look, { indent, style: 'yellow' }) : []),
    ...(expected === undefined ? [] : paragraph(expected, look, { indent, lead: 'expected  ' })),
    ...(actual === undefined ? [] : paragraph(actual, look, { indent, lead: 'yours     ' })),
    ...drawing.map((line) => (line === '' ? '' : ' '.repeat(indent) + line)),
  ];
}

function summarySection(report: Report, look: Look): string[] {
  const { visible, hidden, robust, heldBack } = summary(report);
  const lines = [
    ...paragraph(`visible ${visible.passed}/${visible.total}; ${tierWords('hidden checks', hidden)}`, look),
    ...tierLines(hidden, look),
    ...(robust.total > 0 ? paragraph(tierWords('robustness', robust), look) : []),
    ...tierLines(robust, look),
  ];
  if (heldBack > 0) {
    const says = `${heldBack} points of passed checks are held back until the answer follows changed data.`;
    lines.push(...paragraph(says, look, { style: 'yellow' }));
  }
  return lines;
}

function tierWords(name: string, tier: TierSummary): string {
  if (tier.kinds === 0) return `${name}: none`;
  const count = `${tier.kinds} ${tier.kinds === 1 ? 'kind' : 'kinds'}`;
  if (tier.unchecked === tier.kinds) return `${name}: ${count}, ${tier.why}`;
  const words =
    tier.failed.length === 0
      ? tier.unchecked
        ? 'none failed'
        : 'all passed'
      : `${tier.failed.length} not yet: ${tier.failed.join(', ')}`;
  return `${name}: ${count}, ${words}${tier.unchecked ? `, ${tier.unchecked} not checked` : ''}`;
}

function tierLines(tier: TierSummary, look: Look): string[] {
  const lead = { indent: 2, lead: `${markOf('failed', look)} `, leadStyle: 'red' } as const;
  return tier.reasons.flatMap((reason) => paragraph(reason, look, lead));
}

function nextSection(report: Report, look: Look, { nowMs }: Moment): string[] {
  const clock = clockWords(report, nowMs);
  const [failed] = summary(report).hidden.failed;
  const replay =
    failed && !report.next.includes('grade replay') && `grade replay ${report.exercise.name} ${failed}`;
  return [
    ...paragraph(report.next, look, { lead: 'next  ', leadStyle: 'bold' }),
    ...(replay ? paragraph(replay, look, { lead: 'case  ', leadStyle: 'bold' }) : []),
    ...(report.verdict === 'not yet' && !report.next.includes('grade hint')
      ? paragraph(`grade hint ${report.exercise.name}`, look, { lead: 'hint  ', leadStyle: 'bold' })
      : []),
    ...(clock ? paragraph(clock, look, { lead: 'time  ', leadStyle: 'bold' }) : []),
  ];
}

function adviceSection({ advice }: Report, look: Look): string[] {
  if (advice.length === 0) return [];
  const lead = look.unicode ? '· ' : '- ';
  return ['advice, not graded', ...advice.flatMap((text) => paragraph(text, look, { indent: 2, lead }))];
}

function outputSection({ output }: Report, look: Look): string[] {
  if (output.trim() === '') return [];
  return [
    'your answer printed (never graded)',
    ...fold(output, PRINTED_LINES).flatMap((line) => paragraph(line, look, { indent: 2, lead: '| ' })),
  ];
}

function footer(report: Report, look: Look, { notices = [] }: Moment): string[] {
  const { sandbox, data, seed, tookMs } = report;
  const dim = { style: 'dim' } as const;
  return [
    ...paragraph(data.licence, look, { lead: 'data     ', ...dim }),
    ...paragraph(sandbox.layers.join(', ') || 'none', look, { lead: 'sandbox  ', ...dim }),
    ...(sandbox.warning ? paragraph(sandbox.warning, look, { indent: 9, style: 'yellow' }) : []),
    ...paragraph(`seed ${seed}, graded in ${tookMs} ms`, look, { lead: 'run      ', ...dim }),
    ...notices.flatMap((notice) => paragraph(notice, look, { lead: 'note     ', style: 'yellow' })),
  ];
}

function verdictStyle(verdict: Report['verdict']): Style {
  return ({ passed: 'green', 'not yet': 'red', 'could not check': 'yellow' } as const)[verdict];
}
