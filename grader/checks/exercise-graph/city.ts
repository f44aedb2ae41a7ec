import { mixed } from '../../../src/services/mixed.ts';
import type { Statement } from '../../graphs/ask.ts';

/** A node: its label is the kind, and its name is unique. */
export interface Thing {
  readonly kind: 'Place' | 'School' | 'Source' | 'Person' | 'Substance';
  readonly name: string;
}

/** An edge, from `from` to `to`. */
export interface Link {
  readonly kind: 'WIND_TO' | 'LIES_IN' | 'RUNS' | 'EMITS' | 'IS_A';
  readonly from: string;
  readonly to: string;
}

/** An invented city as a graph. */
export interface AirCity {
  readonly things: readonly Thing[];
  readonly links: readonly Link[];
  /** Names that questions are asked about. */
  readonly places: { readonly start: string; readonly second: string; readonly calm: string };
  readonly schools: { readonly first: string; readonly down: string };
}

/** How far things lie from each other: a search with a fixed number of steps finds too few. */
export interface Distances {
  /** Steps of the wind from the farthest source to the school. At least 4. */
  readonly wind: number;
  /** Steps from soot to dust. At least 2. */
  readonly kinds: number;
}

/**
 * A city of so many steps. The same salt gives the same names; another one gives other names to other parts.
 *
 * @example airCity(0, { wind: 4, kinds: 2 }).places.start
 */
export function airCity(salt: number, { wind, kinds }: Distances): AirCity {
  const [at, up1, up2, up3, down1, down2, calm, ...far] = dealt(PLACES, salt);
  if (!at || !up1 || !up2 || !up3 || !down1 || !down2 || !calm) throw new Error('too few places');
  const chain = far.slice(0, wind - 3);
  const farthest = chain.at(-1) ?? up3;
  const schools = dealt(SCHOOLS, salt);
  const schoolPlaces = [at, at, up1, up2, up3, down1, chain[0] ?? up3];
  const sources = sourcesOf(salt, { at, up1, up2, down2, calm, farthest });
  const substances = ['dust', 'fine dust', ...STEPS_TO_SOOT.slice(0, kinds - 2), 'soot', 'ozone', 'gas'];
  const dusty = substances.slice(0, kinds + 1);
  return {
    things: [
      ...named('Place', [at, up1, up2, up3, down1, down2, calm, ...chain]),
      ...named('School', schools.slice(0, schoolPlaces.length)),
      ...named(
        'Source',
        sources.map(({ name }) => name),
      ),
      ...named('Person', [...new Set([...sources.map(({ person }) => person), ...idle(salt)])]),
      ...named('Substance', substances),
    ],
    links: [
      // A circle with a short cut, and two places between which the wind turns.
      ...path('WIND_TO', [up2, up1, at, down1, down2]),
      ...path('WIND_TO', [up1, up3, at]),
      ...path('WIND_TO', [up2, up3, up2]),
      ...path('WIND_TO', [...[...chain].reverse(), up3]),
      ...schoolPlaces.map((to, index): Link => ({ kind: 'LIES_IN', from: schools[index] ?? '', to })),
      ...sources.flatMap(({ name, person, place, emits }): Link[] => [
        { kind: 'LIES_IN', from: name, to: place },
        { kind: 'RUNS', from: person, to: name },
        ...emits.map((to): Link => ({ kind: 'EMITS', from: name, to })),
      ]),
      ...path('IS_A', [...dusty].reverse()),
      ...path('IS_A', ['ozone', 'gas']),
    ],
    places: { start: up2, second: up1, calm },
    schools: { first: schools[0] ?? '', down: schools[5] ?? '' },
  };
}

/** Two statements that make the city in any engine of Cypher. */
export function cityScript({ things, links }: AirCity): readonly Statement[] {
  const kinds = [...new Set(things.map(({ kind }) => kind))];
  const edges = [...new Set(links.map(({ kind }) => kind))];
  return [
    ...kinds.map((kind) => ({
      cypher: `UNWIND $names AS name CREATE (:${kind} {name: name})`,
      params: { names: things.filter((thing) => thing.kind === kind).map(({ name }) => name) },
    })),
    ...edges.map((kind) => ({
      cypher: `UNWIND $links AS link MATCH (a {name: link.from}), (b {name: link.to}) CREATE (a)-[:${kind}]->(b)`,
      params: { links: links.filter((link) => link.kind === kind).map(({ from, to }) => ({ from, to })) },
    })),
  ];
}

interface Where {
  readonly at: string;
  readonly up1: string;
  readonly up2: string;
  readonly down2: string;
  readonly calm: string;
  readonly farthest: string;
}

/** Each source is there for one mistake: it is found, or missed, by that mistake alone. */
function sourcesOf(salt: number, { at, up1, up2, down2, calm, farthest }: Where) {
  const people = dealt(PEOPLE, salt);
  const names = dealt(SOURCES, salt);
  const rows: readonly (readonly [place: string, person: number, emits: readonly string[]])[] = [
    [at, 0, ['soot']],
    [up1, 1, ['dust']],
    [up2, 2, ['fine dust', 'ozone']],
    [up1, 2, ['soot', 'gas']],
    [farthest, 3, ['soot']],
    [down2, 4, ['soot', 'dust']],
    [up1, 5, ['ozone']],
    [calm, 6, ['fine dust']],
    [up2, 6, ['gas']],
    [down2, 2, ['dust']],
  ];
  return rows.map(([place, person, emits], index) => ({
    name: names[index] ?? '',
    person: people[person] ?? '',
    place,
    emits,
  }));
}

/** They run nothing. */
const idle = (salt: number): readonly string[] => dealt(PEOPLE, salt).slice(7, 9);

const named = (kind: Thing['kind'], names: readonly string[]): Thing[] =>
  names.map((name) => ({ kind, name }));

const path = (kind: Link['kind'], names: readonly string[]): Link[] =>
  names.slice(1).map((to, index) => ({ kind, from: names[index] ?? '', to }));

function dealt(names: readonly string[], salt: number): readonly string[] {
  return names
    .map((name, index) => ({ name, place: mixed(`${name}|${names.length}`, salt, index) }))
    .sort((a, b) => a.place - b.place)
    .map(({ name }) => name);
}

const PLACES = [
  ...['Harbour', 'Mill Pond', 'Cathedral Hill', 'Brick Field', 'Ring Road', 'Fjord Path'],
  ...['Market Square', 'Long Meadow', 'Station Square', 'Old Quarry', 'Heron Lake', 'Sand Lane'],
];
const SCHOOLS = [
  'Fjord School',
  'Hill School',
  'Mill School',
  'North School',
  'Lake School',
  'Oak School',
  'Bay School',
];
const SOURCES = [
  ...['Hedeland Kiln', 'Wood Boiler 4', 'Amber Works', 'Ferry Quay', 'Bus Garage', 'Gravel Pit'],
  ...['Roar Foundry', 'Swan Laundry', 'Beet Dryer', 'Tar Yard'],
];
const PEOPLE = [
  'Ada Lind',
  'Bo Krag',
  'Chen Yu',
  'Dina Holm',
  'Elif Aksoy',
  'Finn Bech',
  'Gao Lan',
  'Hana Sand',
  'Ivo Rask',
];
const STEPS_TO_SOOT = ['black dust', 'oily dust', 'burnt dust'];
