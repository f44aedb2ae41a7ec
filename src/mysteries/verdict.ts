import { mixed } from '../services/mixed.ts';

/** What the database says to an accusation of one name. */
export interface Reply {
  readonly name: string;
  readonly says: string;
}

const LETTERS = 64;
const PRIME = 1_000_003;
const SHIFT = 9_973;

/**
 * The tables and the trigger that judge an accusation, as SQL. A name is recognised by a number that its letters add up
 * to, and its reply is written in letters shifted by the letters of the name: who reads the tables, or this script,
 * learns neither. Capitals and blanks around the name make no difference.
 *
 * @example db.run(verdictSql([{ name: 'Ada Example', says: 'Yes.' }], 7))
 */
export function verdictSql(replies: readonly Reply[], salt: number): string {
  const weights = Array.from({ length: LETTERS }, (_, n) => 1 + Math.floor(mixed('weight', salt, n) * PRIME));
  const letters = replies.flatMap(({ name, says }) => {
    const sum = sumOf(name, weights);
    return [...says].map(
      (letter, n) => `(${sum},${n},${(letter.codePointAt(0) ?? 0) + shift(name, n, weights)})`,
    );
  });
  return `${TABLES}
INSERT INTO weight VALUES ${weights.map((weight, n) => `(${n},${weight})`).join(',')};
INSERT INTO sealed VALUES ${letters.join(',')};
${TRIGGER}`;
}

function sumOf(name: string, weights: readonly number[]): number {
  const sum = weights.reduce((before, weight, n) => before + code(name, n) * weight, 0);
  return sum % PRIME;
}

const shift = (name: string, n: number, weights: readonly number[]): number =>
  (code(name, n % name.length) * (weights[n % LETTERS] ?? 0)) % SHIFT;

/** As SQLite's `lower` has it, which knows ASCII only; 0 behind the end. */
const code = (name: string, n: number): number => name.toLowerCase().codePointAt(n) ?? 0;

const TABLES = `CREATE TABLE accusation (
  id INTEGER PRIMARY KEY,
  who TEXT NOT NULL
);
CREATE TABLE reply (
  accusation_id INTEGER PRIMARY KEY REFERENCES accusation(id),
  says TEXT NOT NULL
);
CREATE TABLE weight (n INTEGER PRIMARY KEY, weight INTEGER NOT NULL);
CREATE TABLE sealed (sum INTEGER NOT NULL, n INTEGER NOT NULL, code INTEGER NOT NULL);`;

/** `unicode('')` is NULL, and `sum` leaves NULL out. */
const TRIGGER = `CREATE VIEW named AS
  SELECT a.id, a.name, (SELECT sum(unicode(substr(a.name, w.n + 1, 1)) * w.weight) % ${PRIME} FROM weight w) AS sum
  FROM (SELECT id, lower(trim(who)) AS name FROM accusation) a;
CREATE VIEW opened AS
  SELECT named.id AS accusation_id, s.n, char(s.code -
    unicode(substr(named.name, s.n % length(named.name) + 1, 1)) * w.weight % ${SHIFT}) AS letter
  FROM named JOIN sealed s ON s.sum = named.sum JOIN weight w ON w.n = s.n % ${LETTERS};
CREATE TRIGGER judge AFTER INSERT ON accusation BEGIN
  INSERT INTO reply SELECT new.id, coalesce(
    (SELECT group_concat(letter, '') FROM (SELECT letter FROM opened WHERE accusation_id = new.id ORDER BY n)),
    CASE WHEN EXISTS (SELECT 1 FROM person WHERE lower(name) = lower(trim(new.who)))
      THEN 'No. ' || trim(new.who) || ' has nothing to do with it.'
      ELSE 'Nobody in the table person has the name ' || new.who || '.' END);
END;`;
