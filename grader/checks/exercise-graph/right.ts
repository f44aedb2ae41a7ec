import type { AirCity, Link } from './city.ts';
import type { Question, Row } from './questions.ts';

/** What a search does; the defaults are what is asked for. */
export interface Ways {
  readonly windLeast?: number;
  readonly windMost?: number;
  readonly kindLeast?: number;
  readonly kindMost?: number;
  /** Against the arrows, or with them in both directions. */
  readonly wind?: 'against' | 'both';
  readonly kind?: 'against';
  readonly keepsStart?: boolean;
  readonly nobody?: 'left out' | 'counted as one';
  readonly counts?: 'substances';
  readonly order?: 'fewest first' | 'by name';
}

/** The rows of a question, for those ways. Pure. */
export function rowsFor(question: Question, ways: Ways = {}): readonly Row[] {
  if (question.part === 'downwind') return downwind(question.city, question.params.place, ways);
  if (question.part === 'workload') return workload(question.city, ways);
  return answerable(question.city, question.params, ways);
}

function downwind({ links }: AirCity, place: string, ways: Ways): readonly Row[] {
  const { windLeast = 1, windMost = 2, keepsStart = false } = ways;
  const reached = walk(arrows(links, 'WIND_TO', ways.wind), [place], { least: windLeast, most: windMost });
  return links
    .filter(({ kind, from, to }) => kind === 'LIES_IN' && from.endsWith('School') && reached.has(to))
    .filter(({ to }) => keepsStart || to !== place)
    .map(({ from }) => ({ school: from }));
}

function workload({ things, links }: AirCity, { nobody, counts, order }: Ways): readonly Row[] {
  const rows = things
    .filter(({ kind }) => kind === 'Person')
    .map(({ name }) => {
      const runs = links.filter(({ kind, from }) => kind === 'RUNS' && from === name).map(({ to }) => to);
      const emits = links.filter(({ kind, from }) => kind === 'EMITS' && runs.includes(from));
      return { person: name, sources: counts === 'substances' ? emits.length : runs.length };
    })
    .filter(({ sources }) => nobody !== 'left out' || sources > 0)
    .map((row) => (nobody === 'counted as one' ? { ...row, sources: Math.max(1, row.sources) } : row));
  const turn = order === 'fewest first' ? -1 : order === 'by name' ? 0 : 1;
  return rows.sort((a, b) => turn * (b.sources - a.sources) || (a.person < b.person ? -1 : 1));
}

function answerable(
  { links }: AirCity,
  { school, substance }: { readonly school: string; readonly substance: string },
  ways: Ways,
): readonly Row[] {
  const { windLeast = 0, windMost = Infinity, kindLeast = 0, kindMost = Infinity } = ways;
  const at = links.filter(({ kind, from }) => kind === 'LIES_IN' && from === school).map(({ to }) => to);
  const against = ways.wind === 'both' ? 'both' : ways.wind === 'against' ? undefined : 'against';
  const places = walk(arrows(links, 'WIND_TO', against), at, { least: windLeast, most: windMost });
  const towards = ways.kind === 'against' ? undefined : 'against';
  const kinds = walk(arrows(links, 'IS_A', towards), [substance], { least: kindLeast, most: kindMost });
  const people = links
    .filter(({ kind }) => kind === 'RUNS')
    .filter(({ to: source }) => {
      const own = links.filter(({ from }) => from === source);
      return (
        own.some(({ kind, to }) => kind === 'LIES_IN' && places.has(to)) &&
        own.some(({ kind, to }) => kind === 'EMITS' && kinds.has(to))
      );
    })
    .map(({ from }) => from);
  return [...new Set(people)].map((person) => ({ person }));
}

type Arrow = readonly [from: string, to: string];

function arrows(links: readonly Link[], wanted: Link['kind'], way: Ways['wind']): readonly Arrow[] {
  const along = links.filter(({ kind }) => kind === wanted).map(({ from, to }): Arrow => [from, to]);
  const back = along.map(([from, to]): Arrow => [to, from]);
  return way === undefined ? along : way === 'against' ? back : [...along, ...back];
}

/** What can be reached in `least` to `most` steps. Walks may meet a place twice; it is in the set once. */
function walk(
  edges: readonly Arrow[],
  start: readonly string[],
  { least, most }: { readonly least: number; readonly most: number },
): ReadonlySet<string> {
  const found = new Set(least === 0 ? start : []);
  let at: ReadonlySet<string> = new Set(start);
  for (let step = 1; step <= Math.min(most, FARTHEST) && at.size > 0; step += 1) {
    at = new Set(edges.filter(([from]) => at.has(from)).map(([, to]) => to));
    if (step >= least) for (const name of at) found.add(name);
  }
  return found;
}

/** Beyond every distance of the cities. */
const FARTHEST = 20;
