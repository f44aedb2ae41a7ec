import type { TopLevelSpec } from 'vega-lite';
import { smallPng } from './small-png.ts';
import { type Json, specError } from './spec.ts';
import { textWidth } from './text-width.ts';
import { THEME } from './theme.ts';

/** A drawn chart. */
export interface Picture {
  /** The spec with the theme written into it. */
  readonly spec: Json;
  /** Twice the size, for sharp screens; undefined when the drawing library does not run on this machine. */
  readonly png: { readonly base64: string; readonly width: number; readonly height: number } | undefined;
  readonly warnings: readonly string[];
}

/**
 * Draws a spec as Vega-Lite would in a browser, without one. The libraries are loaded on first use (about 0.2 s).
 *
 * @throws UsageError `CHART_SPEC` when Vega-Lite refuses the spec.
 */
export async function drawSpec(plain: Json): Promise<Picture> {
  const [vega, { compile }] = await Promise.all([import('vega'), import('vega-lite')]);
  measureTexts(Reflect.get(vega, 'textMetrics'));
  const warnings: string[] = [];
  const logger = vega.logger(vega.Warn, undefined, (_method, _level, input) => {
    warnings.push(input.map(String).join(' '));
  });
  const spec: Json = { ...plain, config: vega.mergeConfig({}, THEME, plain.config ?? {}) };
  try {
    // Border: the spec was checked and comes from JSON; what is still wrong makes Vega-Lite throw.
    const compiled = compile(spec as unknown as TopLevelSpec, { logger });
    const view = new vega.View(vega.parse(compiled.spec), { renderer: 'none', logger });
    const svg = await view.toSVG();
    view.finalize();
    return { spec, png: await pngOf(svg, warnings), warnings: [...new Set(warnings)].filter(isNews) };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw specError(
      `Vega-Lite cannot draw this spec: ${why}`,
      'Take parts away until it draws, then add them one by one.',
    );
  }
}

// Border: vega exports how it measures texts, but its types do not say so.
function measureTexts(metrics: unknown): void {
  const width = ({ fontSize = 11 }: { fontSize?: number }, text: unknown): number =>
    textWidth(String(text ?? ''), fontSize);
  if (typeof metrics === 'object' && metrics !== null) Object.assign(metrics, { width });
}

// Follows from rows or fields that are missing, of which the check of the spec tells more.
const isNews = (warning: string): boolean => !warning.startsWith('Infinite extent');

const SCALE = 2;

async function pngOf(svg: string, warnings: string[]): Promise<Picture['png']> {
  try {
    const { Resvg } = await import('@resvg/resvg-js');
    const drawing = new Resvg(svg, { fitTo: { mode: 'zoom', value: SCALE }, font: fontFor(svg) });
    const picture = drawing.render();
    return {
      base64: (smallPng(picture) ?? picture.asPng()).toString('base64'),
      width: Math.round(drawing.width),
      height: Math.round(drawing.height),
    };
  } catch (error) {
    const why = error instanceof Error ? error.message.split('\n')[0] : error;
    warnings.push(`no picture was drawn, only the interactive chart: ${why}`);
    return undefined;
  }
}

const FAMILY = 'DejaVu Sans';

// Our own font makes the same picture on every machine, also on one without fonts. It has no Chinese, for one.
function fontFor(svg: string) {
  return {
    fontFiles: [require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf')],
    loadSystemFonts: /[\u2e80-\uffff]|[\u{10000}-\u{10ffff}]/u.test(svg),
    defaultFontFamily: FAMILY,
    sansSerifFamily: FAMILY,
  };
}
