import type { Finding, Outcome, PartVerdict } from '../exercise.ts';
import { chartFinding } from './chart.ts';
import { noValue } from './outcome.ts';
import { isRecord, kindOf } from './readings.ts';
import type { Setting } from './setting.ts';
import { tableFinding } from './table.ts';

/** Judges what `showCities` returned: a Vega-Lite spec, or a Markdown table. Pure. */
export function judgeShow(outcome: Outcome | undefined, setting: Setting): PartVerdict {
  const finding = outcome?.kind === 'value' ? findingOf(outcome.value, setting) : noValue(outcome);
  return finding ? { kind: 'failed', finding } : { kind: 'passed' };
}

function findingOf(value: unknown, setting: Setting): Finding | undefined {
  if (isRecord(value)) return chartFinding(value, setting);
  if (typeof value !== 'string')
    return { says: `returns ${kindOf(value)}; a Vega-Lite spec or a Markdown table is expected` };
  const spec = value.trim().startsWith('{') ? parsed(value) : undefined;
  return isRecord(spec) ? chartFinding(spec, setting) : tableFinding(value, setting);
}

/** A spec that was turned into text is still a spec. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
