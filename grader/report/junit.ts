import { partName } from '../part-name.ts';
import { markup } from './markup.ts';
import type { Report, Row } from './report.ts';

const TIERS = ['visible', 'hidden', 'robust'] as const;

/**
 * The report as JUnit XML: a suite for each tier, a case for each check; an unchecked check is skipped.
 *
 * @example writeFileSync('result.xml', renderJunit(report))
 */
export function renderJunit(report: Report): string {
  const suites = TIERS.map((tier) => ({ tier, rows: report.rows.filter((row) => row.tier === tier) })).filter(
    ({ rows }) => rows.length > 0,
  );
  const attributes = `${counts(report.rows)} time="${seconds(report.tookMs)}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="${attribute(report.exercise.name)}" ${attributes}>`,
    ...suites.map(({ tier, rows }) => suite(report, tier, rows)),
    '</testsuites>',
    '',
  ].join('\n');
}

function suite(report: Report, tier: string, rows: readonly Row[]): string {
  const { name } = report.exercise;
  const properties = [
    ['verdict', report.verdict],
    ['points', `${report.points}/${report.worth}`],
    ['data', report.data.notice ?? report.data.label],
    ['data.sha256', report.data.sha256],
    ['seed', String(report.seed)],
  ].map(([key, text]) => `      <property name="${key}" value="${attribute(text ?? '')}"/>`);
  return [
    `  <testsuite name="${attribute(`${name} ${tier}`)}" ${counts(rows)} timestamp="${report.gradedAt.slice(0, 19)}">`,
    '    <properties>',
    ...properties,
    '    </properties>',
    ...rows.map((row) => testcase(report, row)),
    '  </testsuite>',
  ].join('\n');
}

function testcase(report: Report, row: Row): string {
  const exported = partName(report.parts, row.part);
  const head = `    <testcase classname="${attribute(`${report.exercise.name}.${exported}`)}" name="${attribute(row.title)}"`;
  switch (row.outcome) {
    case 'passed':
      return `${head}/>`;
    case 'unchecked':
      return `${head}><skipped message="${attribute(row.why ?? 'not checked')}"/></testcase>`;
    case 'failed':
      return `${head}><failure message="${attribute(row.finding?.says ?? 'not yet')}">${attribute(details(row))}</failure></testcase>`;
  }
}

function details({ finding }: Row): string {
  return [
    finding?.mistake && `consistent with ${finding.mistake.says}`,
    finding?.expected && `expected  ${finding.expected}`,
    finding?.actual && `yours     ${finding.actual}`,
  ]
    .filter(Boolean)
    .join('\n');
}

function counts(rows: readonly Row[]): string {
  const count = (outcome: Row['outcome']): number => rows.filter((row) => row.outcome === outcome).length;
  return `tests="${rows.length}" failures="${count('failed')}" errors="0" skipped="${count('unchecked')}"`;
}

const seconds = (durationMs: number): string => (durationMs / 1000).toFixed(3);

/** A line end inside an attribute must be escaped, or a parser reads it as a space. */
const attribute = (text: string): string => markup(text).replace(/\n/g, '&#10;');
