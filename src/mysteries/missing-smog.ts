import { type Cast, castOf, VAN } from './cast.ts';
import { eveningOf, type Sheet } from './evening.ts';
import { type Reply, verdictSql } from './verdict.ts';
import { type WhoPaid, whoPaid } from './who-paid.ts';

/** A case with everything that happened, and its answers. */
export interface Mystery {
  /** Makes the whole database: tables, rows, the check inside. */
  readonly script: string;
  readonly cast: Cast;
  /** The second mystery, behind the first one. */
  readonly second: WhoPaid;
}

/**
 * *The missing smog*: all of Roskilde is in smog on the evening of 14 January 2026, and one station measures clean air.
 * Who did it, and who paid? Places, people, companies and numbers are invented. The database answers an
 * `INSERT INTO accusation (who) VALUES ('…')` in its table `reply`.
 *
 * @param salt another one gives another culprit at another station; the clues are told in the same words
 * @example db.exec(missingSmog().script)
 */
export function missingSmog(salt = 0): Mystery {
  const cast = castOf(salt);
  const second = whoPaid(cast, salt);
  const script = [
    SCHEMA,
    ...eveningOf(cast).map(insertSql),
    insertSql({ table: 'note', rows: notesOf(cast) }),
    insertSql({ table: 'statement', rows: statementsOf(cast) }),
    insertSql({ table: 'thing', rows: second.things.map(({ id, kind, name }) => [id, kind, name]) }),
    insertSql({
      table: 'link',
      rows: second.links.map(({ source, kind, target }) => [source, kind, target]),
    }),
    verdictSql(repliesOf(cast, second), salt),
  ].join('\n');
  return { script, cast, second };
}

const SCHEMA = `PRAGMA foreign_keys = ON;
CREATE TABLE note (day TEXT NOT NULL, city TEXT NOT NULL, says TEXT NOT NULL);
CREATE TABLE station (id INTEGER PRIMARY KEY, city TEXT NOT NULL, name TEXT NOT NULL, UNIQUE (city, name));
CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, works_for TEXT NOT NULL);
CREATE TABLE van (plate TEXT PRIMARY KEY, colour TEXT NOT NULL, person_id INTEGER NOT NULL REFERENCES person(id));
CREATE TABLE reading (
  station_id INTEGER NOT NULL REFERENCES station(id),
  time_utc TEXT NOT NULL,
  pm2_5 REAL,
  PRIMARY KEY (station_id, time_utc)
);
CREATE TABLE badge (
  person_id INTEGER NOT NULL REFERENCES person(id),
  station_id INTEGER NOT NULL REFERENCES station(id),
  in_utc TEXT NOT NULL,
  out_utc TEXT
);
CREATE TABLE work_order (
  person_id INTEGER REFERENCES person(id),
  station_id INTEGER NOT NULL REFERENCES station(id),
  day TEXT NOT NULL,
  work TEXT NOT NULL
);
CREATE TABLE statement (station_id INTEGER NOT NULL REFERENCES station(id), said_by TEXT NOT NULL, says TEXT NOT NULL);
CREATE TABLE thing (id TEXT PRIMARY KEY, kind TEXT NOT NULL, name TEXT NOT NULL);
CREATE TABLE link (
  source TEXT NOT NULL REFERENCES thing(id),
  kind TEXT NOT NULL,
  target TEXT NOT NULL REFERENCES thing(id),
  PRIMARY KEY (source, kind, target)
);`;

function insertSql({ table, rows }: Sheet): string {
  const values = rows.map((row) => `(${row.map(literal).join(', ')})`);
  return `INSERT INTO ${table} VALUES\n${values.join(',\n')};`;
}

function literal(value: number | string | null): string {
  if (value === null) return 'NULL';
  return typeof value === 'number' ? String(value) : `'${value.replaceAll("'", "''")}'`;
}

function notesOf({ stations }: Cast): Sheet['rows'] {
  const beijing = stations.filter(({ city }) => city === 'Beijing').length;
  return [
    ['2026-01-13', 'Roskilde', 'All stations answer. Two batteries are to be changed this week.'],
    ['2026-01-14', 'Beijing', `A usual winter day at all ${beijing} stations.`],
    [
      '2026-01-14',
      'Roskilde',
      "The missing smog: from 18 to 24 o'clock, our time (one hour ahead of UTC), the town lay in smog, and the " +
        'school ran outside, because one station measured clean air. A station that is silent is not clean. Somebody ' +
        'was in the hut of the clean one when it began. Ask the neighbours (statement), the door (badge), the foreman.',
    ],
    ['2026-01-15', 'Roskilde', 'The smog is gone. Whoever knows something: INSERT INTO accusation (who).'],
  ];
}

function statementsOf({ clean, silent, fjord }: Cast): Sheet['rows'] {
  return [
    [silent.id, 'a cyclist', 'The screen of the station was dark all evening. A red van went by.'],
    [
      clean.id,
      'a neighbour',
      `Ten minutes before six in the evening there was light in the hut. A ${VAN.colour} van stood outside; its ` +
        `plate ended in ${VAN.lastDigit}.`,
    ],
    [
      clean.id,
      'the foreman',
      'Whoever works in a hut has a work order for that station and that day. This one had none.',
    ],
    [fjord.id, 'a walker', 'Always the best air here, by the water. Not that evening.'],
  ];
}

/** The hand, the payer, and those whom a known mistake leads to. */
function repliesOf(cast: Cast, { payer }: WhoPaid): Reply[] {
  const { hand, hourLater, ordered, forgetful, visitor, early, clean } = cast;
  const no = (name: string, why: string): Reply => ({ name, says: `No. ${name} ${why}` });
  return [
    {
      name: hand.name,
      says:
        `Yes. ${hand.name} put a filter over the inlet of ${clean.name}, and took it away at midnight. "I was paid for ` +
        'it. By whom, I do not know: the money came through companies." The second mystery: who paid? Tables thing ' +
        'and link; any number of steps. Notebook 08 has the tool. Accuse the payer here, as before.',
    },
    {
      name: payer.name,
      says:
        `Yes. It was ${payer.name}'s money, and ${payer.name}'s brickworks was upwind of ${clean.name} that evening. ` +
        'Both mysteries are solved.',
    },
    no(
      hourLater.name,
      'was there an hour later. The times of the table are UTC, those of the neighbour are not.',
    ),
    no(ordered.name, 'had a work order for that station and that day.'),
    no(forgetful.name, 'forgot to sign out and has no such van.'),
    no(visitor.name, 'was there, and has no such van.'),
    no(early.name, 'had left by then.'),
  ];
}
