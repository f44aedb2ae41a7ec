import { mixed } from '../services/mixed.ts';
import type { Cast, Person } from './cast.ts';

/** A node of the second mystery. The id says what it is, too: `person:44`, `company:3`, `plant:2`, `kind:kiln`. */
export interface Thing {
  readonly id: string;
  readonly kind: 'person' | 'company' | 'plant' | 'station' | 'kind';
  readonly name: string;
}

/** An edge, from `source` to `target`. */
export interface Link {
  readonly source: string;
  readonly kind: 'PAID' | 'OWNS' | 'IS_A' | 'UPWIND_OF';
  readonly target: string;
}

export interface WhoPaid {
  readonly things: readonly Thing[];
  readonly links: readonly Link[];
  /** The clean station and the hand: where the search begins. */
  readonly station: Thing;
  readonly hand: Thing;
  /** For checks only; no table holds it. */
  readonly payer: Person;
}

/**
 * The second mystery: who paid the hand? How to read it, as tables `thing` and `link` or as a graph:
 *
 * - `(a)-[:PAID]->(b)`: money went from a company to a company or a person that night.
 * - `(a)-[:OWNS]->(b)`: a person or company owns a company or a plant, and so decides what it pays.
 * - `(plant)-[:IS_A]->(kind)`, `(kind)-[:IS_A]->(kind)`: a brickworks is a kiln, and a kiln is a source of dust. What
 *   is not said must be inferred over any number of steps.
 * - `(plant)-[:UPWIND_OF]->(station)`: from there the wind blew to the station on the evening of 14 January.
 *
 * The payer is the one person for whom both hold:
 *
 * 1. `(payer)-[:OWNS|PAID*]->(hand)`: the money reached the hand over companies that the payer owns, in any number of
 *    steps (here 7; in circles on the way, so a search must remember where it has been);
 * 2. `(payer)-[:OWNS*]->(plant)-[:IS_A*]->(kind:dust)` and `(plant)-[:UPWIND_OF]->(station)`: the payer owns, over any
 *    number of companies (here 3), a source of dust upwind of the clean station.
 *
 * Five others fulfil one half, or both with a plant that is no source of dust or is not upwind.
 *
 * @example whoPaid(castOf(0), 0).links.filter(({ kind }) => kind === 'PAID')
 */
export function whoPaid(cast: Cast, salt: number): WhoPaid {
  const free = cast.people.filter(({ id }) => !parts(cast).includes(id));
  const dealt = free
    .map((person) => ({ person, place: mixed('payer', salt, person.id) }))
    .sort((a, b) => a.place - b.place)
    .map(({ person }) => person);
  const [payer, farPlant, noDust, noMoney, paidBack, bothHalves] = dealt;
  if (!payer || !farPlant || !noDust || !noMoney || !paidBack || !bothHalves)
    throw new Error('too few people for the second mystery');
  const station = { id: `station:${cast.clean.id}`, kind: 'station', name: cast.clean.name } as const;
  const hand = personThing(cast.hand);
  const money = moneyLinks(
    hand.id,
    dealt.map(({ id }) => `person:${id}`),
  );
  return {
    things: [
      ...cast.people.map(personThing),
      ...COMPANIES.map((name, index): Thing => ({ id: `company:${index + 1}`, kind: 'company', name })),
      ...PLANTS.map(([name], index): Thing => ({ id: `plant:${index + 1}`, kind: 'plant', name })),
      ...Object.entries(KINDS).map(([id, [name]]): Thing => ({ id: `kind:${id}`, kind: 'kind', name })),
      ...cast.stations.map(({ id, name }): Thing => ({ id: `station:${id}`, kind: 'station', name })),
    ],
    links: [...money, ...kindLinks(), ...windLinks(station.id, cast)].sort((a, b) =>
      mixed(`${a.source}${a.kind}${a.target}`, salt) < mixed(`${b.source}${b.kind}${b.target}`, salt)
        ? -1
        : 1,
    ),
    station,
    hand,
    payer,
  };
}

const parts = ({ hand, hourLater, ordered, forgetful, visitor, early }: Cast): number[] =>
  [hand, hourLater, ordered, forgetful, visitor, early].map(({ id }) => id);

const personThing = ({ id, name }: Person): Thing => ({ id: `person:${id}`, kind: 'person', name });

const COMPANIES = [
  'Clear Sky Service',
  'Lejre Holding',
  'Isefjord Invest',
  'Hedeland Partners',
  'Amber Road Trade',
  'North Pier Capital',
  'Gundsoe Logistics',
  'Blue Heron Estates',
  'Fjord Cleaning',
  'Sankt Ibs Trust',
  'Roar Properties',
  'Swan Lane Holding',
] as const;

/** Name and kind. */
const PLANTS = [
  ['Hedeland Brickworks', 'brickworks'],
  ['Kattinge Brickworks', 'brickworks'],
  ['Vindinge Greenhouse', 'greenhouse'],
  ['Tune Heating Plant', 'wood_boiler'],
  ['Jyllinge Laundry', 'laundry'],
] as const;

/** Name, and what it is a kind of. */
const KINDS: Readonly<Record<string, readonly [name: string, of?: string]>> = {
  brickworks: ['brickworks', 'kiln'],
  kiln: ['kiln', 'furnace'],
  wood_boiler: ['wood boiler', 'furnace'],
  furnace: ['furnace', 'dust'],
  dust: ['source of dust'],
  greenhouse: ['greenhouse', 'building'],
  laundry: ['laundry', 'building'],
  building: ['building'],
};

const UPWIND_PLANTS = [1, 3, 4];

function moneyLinks(hand: string, people: readonly string[]): Link[] {
  const [payer = '', farPlant = '', noDust = '', noMoney = '', paidBack = '', halves = ''] = people;
  const company = (n: number): string => `company:${n}`;
  const plant = (n: number): string => `plant:${n}`;
  const owns = (source: string, target: string): Link => ({ source, kind: 'OWNS', target });
  const paid = (source: string, target: string): Link => ({ source, kind: 'PAID', target });
  return [
    // The payer's money, and the circle that it runs through.
    ...[owns(payer, company(10)), owns(company(10), company(2)), paid(company(2), company(5))],
    ...[paid(company(5), company(6)), paid(company(6), company(7)), paid(company(7), company(5))],
    ...[paid(company(7), company(1)), paid(company(1), hand)],
    // The payer's brickworks, upwind.
    ...[owns(company(10), company(8)), owns(company(8), plant(1))],
    // Reaches the hand; the brickworks lies elsewhere.
    ...[owns(farPlant, company(3)), paid(company(3), company(7)), owns(company(3), plant(2))],
    // Reaches the hand and is upwind, with a greenhouse.
    ...[owns(noDust, company(6)), owns(noDust, plant(3))],
    // A boiler upwind; no money reaches the hand.
    ...[owns(noMoney, company(11)), owns(company(11), plant(4)), paid(company(9), company(11))],
    // Was paid, by the hand's employer: the arrow points the other way.
    ...[owns(paidBack, company(12)), paid(company(1), company(12)), owns(company(12), company(11))],
    // Owns the employer only.
    ...[owns(halves, company(1)), owns(halves, plant(5)), paid(company(4), company(9))],
  ];
}

function kindLinks(): Link[] {
  const plants = PLANTS.map(
    ([, kind], index): Link => ({
      source: `plant:${index + 1}`,
      kind: 'IS_A',
      target: `kind:${kind}`,
    }),
  );
  const kinds = Object.entries(KINDS).flatMap(([id, [, of]]): Link[] =>
    of === undefined ? [] : [{ source: `kind:${id}`, kind: 'IS_A', target: `kind:${of}` }],
  );
  return [...plants, ...kinds];
}

/** The other plants are upwind of some other station. */
function windLinks(station: string, { silent }: Cast): Link[] {
  return PLANTS.map(
    (_, index): Link => ({
      source: `plant:${index + 1}`,
      kind: 'UPWIND_OF',
      target: UPWIND_PLANTS.includes(index + 1) ? station : `station:${silent.id}`,
    }),
  );
}
