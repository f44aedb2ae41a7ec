import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { AirlabError } from '../../errors.ts';

/** An administrative area: GeoNames id, English name, then other names and abbreviations. */
type Area = readonly [id: number, name: string, ...others: string[]];
type Country = readonly [code: string, id: number, name: string];

/**
 * GeoNames' places in columns: row `i` of each belongs together. Coordinates are in steps of 0.00001 degrees; the last
 * five columns are row numbers of the lists below them.
 */
export interface Places {
  readonly id: readonly number[];
  readonly name: readonly string[];
  readonly latitude: readonly number[];
  readonly longitude: readonly number[];
  readonly elevation: readonly number[];
  readonly population: readonly number[];
  readonly feature: readonly number[];
  readonly country: readonly number[];
  readonly timezone: readonly number[];
  readonly area1: readonly number[];
  readonly area2: readonly number[];
  readonly features: readonly string[];
  readonly countries: readonly Country[];
  readonly timezones: readonly string[];
  readonly admin1: readonly Area[];
  readonly admin2: readonly Area[];
  /** Row number, then names to search for in every language. */
  readonly alternates: readonly (readonly [number, ...string[]])[];
  /** By language: row number and name. */
  readonly translations: Readonly<Record<string, readonly (readonly [number, string])[]>>;
  /** Names of administrative areas, by language and id. */
  readonly areaNames: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

const FILE = 'src/classroom/geocoding/places.json.br';

/**
 * Unpacks the place data, which takes about 0.1 s; `build-places.mjs` says where it comes from.
 *
 * @throws {AirlabError} `NO_PLACES` when the file is missing or damaged
 */
export function loadPlaces(path: string = findFile()): Places {
  try {
    // Written by build-places.mjs and shipped with this code.
    const data: Places = JSON.parse(brotliDecompressSync(readFileSync(path)).toString('utf8'));
    return { ...data, id: summedUp(data.id) };
  } catch (cause) {
    throw new AirlabError(`The place data ${path} cannot be read.`, {
      code: 'NO_PLACES',
      trouble: 'ours',
      hint: `Get it back with: git checkout -- ${FILE}`,
      cause,
    });
  }
}

/** Above this module, or above the running program: bundled as an ES module, code does not know where it lies. */
function findFile(): string {
  const [, program = ''] = process.argv;
  const start = existsSync(program) ? dirname(realpathSync(program)) : '.';
  const paths = [...(typeof __dirname === 'string' ? [__dirname] : []), start, process.cwd()]
    .flatMap(withParents)
    .map((folder) => join(folder, FILE));
  return paths.find((path) => existsSync(path)) ?? FILE;
}

function withParents(folder: string): readonly string[] {
  const parent = dirname(folder);
  return parent === folder ? [folder] : [folder, ...withParents(parent)];
}

/** Ids are kept as differences, because that packs well. */
function summedUp(differences: readonly number[]): readonly number[] {
  let sum = 0;
  return differences.map((difference) => {
    sum += difference;
    return sum;
  });
}
