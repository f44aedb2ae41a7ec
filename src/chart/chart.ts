import type { TopLevelSpec } from 'vega-lite';
import { shownEvenUnawaited } from '../display/awaited.ts';
import { type Bundle, display } from '../display/bundle.ts';
import { escapeHtml } from '../display/html.ts';
import { UsageError } from '../errors.ts';
import { rememberedSource } from '../open-meteo/row-source.ts';
import type { TableOptions } from '../table/sheet.ts';
import { sourceLine } from '../table/source-line.ts';
import { checkSpec } from './check.ts';
import { drawSpec, type Picture } from './picture.ts';
import { readableWithoutColour } from './readable.ts';
import { rowBundles } from './rows.ts';
import { sameClock } from './same-clock.ts';
import { withSize } from './size.ts';
import { isJson, type Json, plainSpec, units } from './spec.ts';

/** A Vega-Lite spec: data, a mark, and which field goes to which channel. */
export type ChartSpec = TopLevelSpec;

export interface ChartOptions {
  /**
   * What the chart shows, in words: "Beijing is above Roskilde all week; it peaks at 84 µg/m³ on Tuesday." Read out to
   * those who cannot see the chart, and its title when the spec has none.
   */
  readonly says: string;
  /** Where the numbers come from; written below the title. Rows of airQuality() and its siblings know it themselves. */
  readonly source?: TableOptions['source'] | undefined;
}

/**
 * Draws a Vega-Lite spec: interactive in JupyterLab and VS Code, a picture everywhere else, words in a terminal, and
 * below it the numbers as a folded table. Sizes are set when the spec has none; groups differ in more than colour.
 *
 * @throws UsageError `CHART_SAYS` when `says` is missing, `CHART_SPEC` when the spec cannot be drawn.
 * @example
 * await chart(
 *   { data: { values: rows }, mark: 'line', encoding: { x: { field: 'time', type: 'temporal' }, y: { field: 'pm25', type: 'quantitative' } } },
 *   { says: 'PM2.5 in Roskilde stays below 15 µg/m³ all day.' },
 * )
 */
export function chart(spec: ChartSpec, options: ChartOptions): Promise<void> {
  return shownEvenUnawaited(showChart(spec, options), 'chart(…)');
}

async function showChart(spec: unknown, options: ChartOptions): Promise<void> {
  const { bundles, warnings } = await chartBundles(spec, options);
  for (const warning of warnings) console.warn(`chart(): ${warning}`);
  for (const bundle of bundles) display(bundle);
}

/** What `chart()` shows, and what it warns of. */
export async function chartBundles(
  given: unknown,
  options: ChartOptions,
): Promise<{ bundles: readonly Bundle[]; warnings: readonly string[] }> {
  const { spec, says, source, plain, warnings } = preparedSpec(given, options);
  const picture = await drawSpec(spec);
  return {
    bundles: [chartBundle(picture, says, source), ...rowBundles(plain, source)],
    warnings: [...warnings, ...picture.warnings],
  };
}

interface Prepared {
  readonly spec: Json;
  readonly says: string;
  readonly source: ChartOptions['source'];
  /** What was given, as JSON. */
  readonly plain: Json;
  readonly warnings: readonly string[];
}

/** The spec as it is drawn, before the theme is added. */
export function preparedSpec(given: unknown, options: ChartOptions): Prepared {
  const says = wordsOf(options);
  const plain = plainSpec(given);
  const warnings = checkSpec(plain);
  const source = options.source ?? sourceWithin(given);
  const spec = described(withSize(sameClock(readableWithoutColour(plain))), says, source);
  return { spec, says, source, plain, warnings };
}

function sourceWithin(given: unknown): ChartOptions['source'] {
  const sources = isJson(given) ? units(given).map(({ around }) => rememberedSource(around.rows)) : [];
  return sources.find((source) => source !== undefined);
}

function wordsOf(options: unknown): string {
  const says = isJson(options) && typeof options.says === 'string' ? options.says.trim() : '';
  if (says !== '') return says.replace(/\s+/g, ' ');
  throw new UsageError(
    'chart() needs to know what the chart shows, in words.',
    "Add a second argument: { says: 'Beijing is above Roskilde all week.' }",
    'CHART_SAYS',
  );
}

// The interactive renderer of JupyterLab 4 is for Vega-Lite 5; with sizes written out it draws specs of 6 alike.
const SCHEMA = 'https://vega.github.io/schema/vega-lite/v5.json';
const TITLE_CHARACTERS = 76;

function described(spec: Json, says: string, source: ChartOptions['source']): Json {
  const title = isJson(spec.title) ? spec.title : { text: spec.title ?? lines(says) };
  const subtitle = source === undefined ? {} : { subtitle: sourceLine(source) };
  return { ...spec, $schema: SCHEMA, description: says, title: { ...subtitle, ...title } };
}

function lines(text: string): string[] {
  const broken = text.match(new RegExp(`.{1,${TITLE_CHARACTERS}}(?:\\s|$)|\\S+`, 'g')) ?? [text];
  return broken.map((line) => line.trim());
}

function chartBundle({ spec, png }: Picture, says: string, source: ChartOptions['source']): Bundle {
  const words = `Chart: ${says}${source === undefined ? '' : `\n${sourceLine(source)}`}`;
  const interactive = { 'application/vnd.vegalite.v5+json': spec };
  if (!png) return { data: { ...interactive, 'text/plain': words }, metadata: {} };
  const { base64, width, height } = png;
  // Pages made by nbconvert have no alternative text for a bare picture; a picture in Markdown brings its own. JupyterLab
  // takes the interactive chart before either.
  const alt = escapeHtml(says);
  const image = `<img src="data:image/png;base64,${base64}" width="${width}" height="${height}" alt="${alt}">`;
  return {
    data: { ...interactive, 'text/markdown': image, 'image/png': base64, 'text/plain': words },
    metadata: { 'image/png': { width, height, alt: says } },
  };
}
