import type { DoctorFinding } from '../doctor/finding.ts';
import { paragraph } from '../report/layout.ts';
import { type Look, markOf } from '../report/look.ts';

/** The findings as text; what blocks comes again at the end. */
export function doctorText(findings: readonly DoctorFinding[], look: Look): string {
  const width = Math.max(...findings.map(({ name }) => name.length));
  const count = (state: DoctorFinding['state']): number =>
    findings.filter((one) => one.state === state).length;
  const end =
    count('blocks') > 0
      ? `${count('blocks')} of ${findings.length} block. Begin with: ${findings.find(({ state }) => state === 'blocks')?.fix ?? ''}`
      : `Nothing blocks${count('warn') > 0 ? `; ${count('warn')} could be better` : ''}.`;
  return `${[...findings.flatMap((finding) => findingLines(finding, width, look)), '', ...paragraph(end, look)].join('\n')}\n`;
}

function findingLines({ name, state, says, fix }: DoctorFinding, width: number, look: Look): string[] {
  const outcome = ({ ok: 'passed', warn: 'unchecked', blocks: 'failed' } as const)[state];
  const leadStyle = ({ ok: 'green', warn: 'yellow', blocks: 'red' } as const)[state];
  return [
    ...paragraph(says, look, { lead: `${markOf(outcome, look)} ${name.padEnd(width)}  `, leadStyle }),
    ...(fix === undefined
      ? []
      : paragraph(fix, look, { indent: width + 4, lead: look.unicode ? '→ ' : '-> ' })),
  ];
}
