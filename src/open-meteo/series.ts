import { UsageError } from '../errors.ts';
import type { Answer } from '../http/answer.ts';
import type { Exchange } from '../http/exchange.ts';
import { type Shown, shown } from '../http/shown.ts';
import { ask } from './ask.ts';
import { type Place, placeLabel } from './places.ts';
import {
  askedParameters,
  type Parameters,
  placeParameters,
  type Reach,
  type Window,
  windowParameters,
} from './query.ts';
import { type Asked, type Moment, type PlaceAnswer, readAnswer, type Section } from './read-answer.ts';
import { rememberSource } from './row-source.ts';
import type { PlaceOrPlaces, Sections } from './rows.ts';
import { SERVICES, type ServiceName } from './services.ts';
import { seriesHtml, seriesText } from './show-series.ts';
import { type DataSource, dataSource } from './source.ts';
import { hintFor, isKnown, withVariableHint } from './variable-hint.ts';

/** A place as the service sees it. */
export interface SeenPlace {
  readonly name: string;
  /** Centre of the model's cell that answers for the place, some kilometres away. */
  readonly latitude: number;
  readonly longitude: number;
  /** Metres above the sea; undefined when the service does not say. */
  readonly elevation: number | undefined;
  readonly timezone: string;
}

/** What every answer tells besides its rows. */
export interface Told<V extends string> extends Shown {
  /** In the order in which they were asked for. */
  readonly places: readonly SeenPlace[];
  /** Unit of each variable: `units.pm2_5` is `'μg/m³'`. */
  readonly units: Readonly<Record<V, string>>;
  /** Where the numbers come from: Open-Meteo, or data simulated for the classroom. */
  readonly source: DataSource;
  /** Whom to name when you show the data. */
  readonly attribution: string;
  /** Request and response, ready to be shown. */
  readonly exchange: Exchange;
}

/** An answer of Open-Meteo: the rows that were asked for and what belongs to them. */
export type Series<
  H extends string,
  D extends string = never,
  C extends string = never,
  N extends 'one' | 'several' = 'one',
> = Sections<H, D, C, N> & Told<H | D | C>;

export interface SeriesQuery extends Window, Reach {
  readonly place: PlaceOrPlaces;
  readonly hourly?: readonly string[];
  readonly daily?: readonly string[];
  readonly current?: readonly string[];
}

/** Asks a service for hours, days or now, and makes rows of its answer. */
export async function askSeries<
  H extends string,
  D extends string,
  C extends string,
  N extends 'one' | 'several',
>(service: ServiceName, query: SeriesQuery, more: Parameters): Promise<Series<H, D, C, N>> {
  const places: readonly Place[] = isList(query.place) ? query.place : [query.place];
  const asked = askedOf(query);
  const parameters = {
    ...placeParameters(places),
    ...askedParameters(asked),
    ...windowParameters(query),
    ...more,
  };
  const answer = await ask(service, parameters, query).catch((error) => {
    throw withVariableHint(error, service);
  });
  const seen = answer.json((body) => named(places, readAnswer(body, asked)));
  const series = seriesOf(service, { answer, seen, asked, several: isList(query.place) });
  refuseEmptyNames(series, service);
  // The reader has proved that each row has the variables of `asked`; only the compiler cannot follow.
  return series as unknown as Series<H, D, C, N>;
}

const isList = (place: PlaceOrPlaces): place is readonly Place[] => Array.isArray(place);

function askedOf({ current, hourly, daily }: SeriesQuery): Asked {
  return {
    ...(current?.length ? { current } : {}),
    ...(hourly?.length ? { hourly } : {}),
    ...(daily?.length ? { daily } : {}),
  };
}

interface NamedAnswer extends PlaceAnswer {
  readonly name: string;
}

interface Parts {
  readonly answer: Answer;
  readonly seen: readonly NamedAnswer[];
  readonly asked: Asked;
  readonly several: boolean;
}

function seriesOf(service: ServiceName, { answer, seen, asked, several }: Parts): Told<string> {
  const rowsOf = (section: Section): Moment[] =>
    seen.flatMap(({ name, sections }) => sections[section].map((moment) => ({ place: name, ...moment })));
  const [current, hourly, daily] = [rowsOf('current'), rowsOf('hourly'), rowsOf('daily')];
  const rows = {
    ...(asked.current ? { current: several ? current : current[0] } : {}),
    ...(asked.hourly ? { hourly } : {}),
    ...(asked.daily ? { daily } : {}),
  };
  const told = {
    places: seen.map(({ sections: _, units: __, ...place }) => place),
    units: seen[0]?.units ?? {},
    source: dataSource(answer.headers, answer.url),
    attribution: SERVICES[service].attribution,
    exchange: answer.exchange,
  };
  for (const section of [current, hourly, daily]) rememberSource(section, told.source);
  const view = { ...told, sections: { current, hourly, daily } };
  return shown({ ...rows, ...told }, { text: () => seriesText(view), html: () => seriesHtml(view) });
}

/** Places have no name in the answer; they come in the order in which they were asked for. */
function named(places: readonly Place[], answers: readonly PlaceAnswer[]): readonly NamedAnswer[] {
  if (answers.length !== places.length)
    throw new TypeError(`it is about ${answers.length} places, and ${places.length} were asked for`);
  return answers.map((answer, index) => ({ name: placeLabel(places[index] ?? answer), ...answer }));
}

/** A name that is known, but not to this service, is answered with nulls and this unit instead of an error. */
const NO_DATA = 'undefined';

function refuseEmptyNames({ units, source }: Told<string>, service: ServiceName): void {
  const [name] = Object.entries(units).find(([, unit]) => unit === NO_DATA) ?? [];
  if (name === undefined) return;
  const isReal = source.kind === 'open-meteo' || source.kind === 'other';
  throw new UsageError(
    `${isReal ? 'Open-Meteo' : 'The classroom API'} has no data for "${name}" in ${service}.`,
    isReal || !isKnown(name, service)
      ? hintFor(name, service)
      : 'Open-Meteo itself has it: set AIRLAB_LIVE=1 when you are online. Or ask for another variable.',
    'OPEN_METEO_VARIABLE',
  );
}
