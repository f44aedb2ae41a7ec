import { isNear } from '../../judge/compare.ts';
import type { Mistake } from '../../judge/setting.ts';
import { MISTAKES } from './mistakes.ts';
import type { DayBody, RecentBody } from './truth.ts';

/** Where a page parts from what it must say, in words, with the mistake that it shows. */
export interface PageProblem {
  readonly what: string;
  readonly expected: string;
  readonly actual: string;
  readonly mistake?: Mistake;
}

/** A page as a reader of its text has it. */
interface ReadPage {
  readonly source: string;
  readonly rows: readonly string[];
  readonly text: string;
}

/**
 * Judges what a page says, not how it looks: its rows are read as text, whatever the marks around them. Pure.
 *
 * @returns the first thing that is wrong; nothing for a page that says it all.
 */
export function pageProblem(source: string, right: RecentBody): PageProblem | undefined {
  const page = readPage(source);
  return (
    frameProblem(page, right) ??
    right.days.map((day) => dayProblem(page, day)).find((problem) => problem !== undefined) ??
    creditProblem(page)
  );
}

function readPage(html: string): ReadPage {
  const source = html.replace(/<!--[\s\S]*?-->/g, '').replace(/<(script|style)\b[\s\S]*?<\/\1\s*>/gi, '');
  const rows = source.split(/<tr\b/i).slice(1);
  return {
    source,
    rows: rows.map((row) => textOf(`<tr${row.split(/<\/tr|<\/table/i)[0]}`)),
    text: textOf(source),
  };
}

/** The text between the marks, with the few entities that hide letters of interest. */
function textOf(source: string): string {
  return source
    .replace(/<[^>]*>/g, ' ')
    .replace(/&nbsp;|&#160;/g, ' ')
    .replace(/&minus;|−/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
}

function frameProblem({ source, rows }: ReadPage, { place }: RecentBody): PageProblem | undefined {
  const lang = /<html\b[^>]*\blang\s*=\s*["']?[a-z]{2}/i.test(source);
  if (!lang)
    return {
      what: 'does not say its language',
      expected: '<html lang="en">',
      actual: 'no lang',
      mistake: MISTAKES.noLang,
    };
  const title = textOf(/<title\b[^>]*>([\s\S]*?)<\/title/i.exec(source)?.[1] ?? '');
  if (title === '')
    return { what: 'has no title', expected: '<title>', actual: 'none', mistake: MISTAKES.noTitle };
  const heading = textOf(/<h1\b[^>]*>([\s\S]*?)<\/h1/i.exec(source)?.[1] ?? '');
  if (!heading.includes(place.name))
    return { what: 'does not name the city in its <h1>', expected: place.name, actual: heading || 'no <h1>' };
  return rows.length === 0
    ? { what: 'has no table', expected: 'a row for each day', actual: 'no <tr>', mistake: MISTAKES.noTable }
    : undefined;
}

function dayProblem({ rows }: ReadPage, day: DayBody): PageProblem | undefined {
  const row = rows.find((text) => text.includes(day.date));
  const expected = rowFor(day);
  if (row === undefined)
    return {
      what: 'has no row for a day of the city',
      expected,
      actual: 'no such row',
      mistake: MISTAKES.noDay,
    };
  const facts = { expected, actual: row };
  const rest = row.replaceAll(day.date, ' ');
  const numbers = (rest.match(/-?\d+(?:\.\d+)?/g) ?? []).map(Number);
  if (day.pm2_5 === null) {
    const isZero = numbers.includes(0);
    if (isZero) return { what: 'shows a gap as 0', ...facts, mistake: MISTAKES.gapAsZero };
    if (!/no data/i.test(rest))
      return { what: 'does not say `no data` in a gap', ...facts, mistake: MISTAKES.gapHidden };
  } else if (!numbers.some((number) => isNear(number, day.pm2_5 ?? 0)))
    return { what: 'has another mean', ...facts };
  const isForecast = /forecast/i.test(rest);
  if (isForecast !== day.forecast)
    return {
      what: day.forecast ? 'does not mark a forecast' : 'marks a day that is over as forecast',
      ...facts,
      mistake: day.forecast ? MISTAKES.forecastAsPast : MISTAKES.pastAsForecast,
    };
  const isAbove = /\babove\b/i.test(rest);
  if (day.aboveWho === null && isAbove)
    return { what: 'compares an incomplete day', ...facts, mistake: MISTAKES.incomplete };
  return day.aboveWho !== null && isAbove !== day.aboveWho
    ? { what: 'has another side of the WHO’s line', ...facts }
    : undefined;
}

function rowFor({ date, pm2_5, aboveWho, forecast }: DayBody): string {
  const mean = pm2_5 === null ? 'no data' : pm2_5.toFixed(1);
  return [date, mean, ...(aboveWho === true ? ['above'] : []), ...(forecast ? ['forecast'] : [])].join(' ');
}

function creditProblem({ source, text }: ReadPage): PageProblem | undefined {
  const hasLink = /<a\b[^>]*href\s*=\s*["']?https?:\/\/(www\.)?open-meteo\.com/i.test(source);
  if (hasLink && /Open-Meteo/i.test(text) && /CAMS|Copernicus/i.test(text)) return undefined;
  return {
    what: 'does not say whose data it shows',
    expected: 'Open-Meteo, with a link, and CAMS',
    actual: hasLink ? 'a link to Open-Meteo' : 'no link to open-meteo.com',
    mistake: MISTAKES.noCredit,
  };
}
