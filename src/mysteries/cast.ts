import { mixed } from '../services/mixed.ts';

/** A person of the story. Nobody of this name is meant: all are invented. */
export interface Person {
  readonly id: number;
  readonly name: string;
  readonly works_for: string;
  /** Colour of the van that the person drives, and the end of its plate. */
  readonly van: { readonly colour: string; readonly plate: string };
}

/** A measuring station of the story. All are invented. */
export interface Station {
  readonly id: number;
  readonly city: 'Roskilde' | 'Beijing';
  readonly name: string;
}

/** Who plays which part, and where. */
export interface Cast {
  readonly people: readonly Person[];
  readonly stations: readonly Station[];
  /** The station whose smog is missing. */
  readonly clean: Station;
  /** Has no value of that evening: taking a gap for 0 makes it the cleanest, and so does sorting NULL first. */
  readonly silent: Station;
  /** Beside the fjord: the cleanest of all days together, but for that evening. */
  readonly fjord: Station;
  readonly hand: Person;
  /** Was in the hut an hour later: the hand for those who read UTC as local time. */
  readonly hourLater: Person;
  /** Drives such a van and was in the hut, with a work order: the hand for those who ask for no order. */
  readonly ordered: Person;
  /** Was there all day, and the log has no time of leaving. Drives another van. */
  readonly forgetful: Person;
  /** Was there too, without an order. Drives another van. */
  readonly visitor: Person;
  /** Drives such a van, has no order, but left before. */
  readonly early: Person;
}

const NAMES = [
  'Aksel Brandt',
  'Bea Lindqvist',
  'Chen Yulan',
  'Ditte Holm',
  'Emil Vester',
  'Freja Dahl',
  'Gao Ming',
  'Hannah Krogh',
  'Ivar Sand',
  'Jonna Friis',
  'Karl Munk',
  'Li Weiran',
  'Mads Toft',
  'Nora Bech',
  'Otto Kjeldsen',
  'Pia Skov',
  'Rune Alsing',
  'Signe Bruun',
  'Tang Rui',
  'Ulla Hedegaard',
  'Viggo Rask',
  'Wang Shan',
  'Yrsa Lund',
  'Zhou Lan',
] as const;

const ROSKILDE = [
  'Harbour',
  'Cathedral Hill',
  'Ring Road',
  'School Street',
  'Mill Pond',
  'Station Square',
  'Festival Field',
  'Fjord Path',
] as const;
const BEIJING = ['Willow Lane', 'North Gate', 'School Street', 'Lotus Pond'] as const;
const EMPLOYERS = ['City of Roskilde', 'Clear Sky Service', 'Fjord Cleaning', 'Lejre Instruments'] as const;
const COLOURS = ['white', 'blue', 'red', 'grey'] as const;

/** What the neighbour saw of the van. */
export const VAN = { colour: 'grey', lastDigit: '7' } as const;

/**
 * Deals the parts. The same salt gives the same cast; another one gives another hand and another station.
 *
 * @example castOf(0).hand.name
 */
export function castOf(salt: number): Cast {
  const names = shuffled(NAMES, salt, 'names');
  const people = names.map(
    (name, index): Person => ({
      id: 11 + index * 3,
      name,
      works_for: pick(EMPLOYERS, mixed('employer', salt, index)),
      van: van(index, salt),
    }),
  );
  const roskilde = shuffled(ROSKILDE, salt, 'stations');
  const stations: Station[] = [
    ...roskilde.map((name, index) => ({ id: 101 + index, city: 'Roskilde' as const, name })),
    ...BEIJING.map((name, index) => ({ id: 201 + index, city: 'Beijing' as const, name })),
  ];
  const [fjord] = stations.filter(({ name }) => name === 'Fjord Path');
  const [clean, silent] = stations.filter((station) => station !== fjord);
  const [hand, hourLater, ordered, forgetful, visitor, early] = people;
  if (!fjord || !clean || !silent || !hand || !hourLater || !ordered || !forgetful || !visitor || !early)
    throw new Error('the story lacks people or stations');
  return {
    people: [...people].sort((a, b) => a.name.localeCompare(b.name, 'en')),
    stations,
    ...{ clean, silent, fjord, hand, hourLater, ordered, forgetful, visitor, early },
  };
}

/** The parts that are dealt first, in the order of `castOf`: who of them drives such a van. */
const SUCH_A_VAN: readonly boolean[] = [true, true, true, false, false, true];

function van(index: number, salt: number): Person['van'] {
  const digit = (name: string): number => Math.floor(mixed(name, salt, index) * 10);
  const front = `RK ${digit('a')}${digit('b')} ${digit('c')}${digit('d')}`;
  if (SUCH_A_VAN[index] === true) return { colour: VAN.colour, plate: `${front}${VAN.lastDigit}` };
  // The others have the colour or the digit, never both.
  if (index % 3 === 0) return { colour: VAN.colour, plate: `${front}${digit('e') % 7}` };
  return { colour: pick(COLOURS.slice(0, 3), mixed('colour', salt, index)), plate: `${front}${digit('e')}` };
}

function shuffled<T>(list: readonly T[], salt: number, name: string): readonly T[] {
  return list
    .map((item, index) => ({ item, place: mixed(name, salt, index) }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}

function pick(list: readonly string[], chance: number): string {
  return list[Math.floor(chance * list.length)] ?? '';
}
