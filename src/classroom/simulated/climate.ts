import type { Coordinates } from '../source.ts';
import { ANCHORS, type Anchor, SEASONS } from './anchors.ts';

/** What one cell is like, made from the cities around it. */
export interface Climate extends Omit<Anchor, 'name' | 'season'> {
  /** Logarithm of PM2.5's yearly course, January first, with mean 0. */
  readonly logSeason: readonly number[];
}

const EARTH_RADIUS_KM = 6371;
/** A city's word counts by distance to this power, and within the core as at its centre. */
const DISTANCE_POWER = 4;
const CORE_KM = 20;
/** Open sea and empty land speak like a city at this distance. */
const BACKGROUND_KM = 600;

type Quantity = keyof Omit<Anchor, 'name' | 'season' | 'latitude' | 'longitude'>;

/** Distance-weighted mean of the cities; concentrations and rain as geometric means. */
export function climateOf(place: Coordinates): Climate {
  const voices = [...ANCHORS, background(place)].map((anchor) => ({
    anchor,
    weight: anchor.name === '' ? BACKGROUND_KM ** -DISTANCE_POWER : weightOf(place, anchor),
  }));
  const total = voices.reduce((sum, voice) => sum + voice.weight, 0);
  const mean = (of: (anchor: Anchor) => number) =>
    voices.reduce((sum, { anchor, weight }) => sum + weight * of(anchor), 0) / total;
  const plain = (name: Quantity) => mean((anchor) => anchor[name]);
  const geometric = (name: Quantity) => Math.exp(mean((anchor) => Math.log(anchor[name])));
  return {
    latitude: place.latitude,
    longitude: place.longitude,
    pm25: geometric('pm25'),
    logSd: plain('logSd'),
    no2: geometric('no2'),
    so2: geometric('so2'),
    dust: geometric('dust'),
    temperature: plain('temperature'),
    swing: plain('swing'),
    rainMmPerYear: geometric('rainMmPerYear'),
    summerRain: plain('summerRain'),
    elevationM: plain('elevationM'),
    logSeason: centred(SEASONS.flat.map((_, month) => mean((a) => Math.log(SEASONS[a.season][month] ?? 1)))),
  };
}

/** Clean air with a little sea salt, and a temperature that falls from the equator to the poles. Judgement. */
function background({ latitude, longitude }: Coordinates): Anchor {
  return {
    ...{ name: '', latitude, longitude, pm25: 5, logSd: 0.55, season: 'flat', no2: 1.5, so2: 0.4, dust: 0.4 },
    temperature: 27 - 0.0072 * latitude ** 2,
    swing: Math.min(12, 0.2 * Math.abs(latitude)),
    ...{ rainMmPerYear: 900, summerRain: 0, elevationM: 5 },
  };
}

function weightOf(place: Coordinates, anchor: Anchor): number {
  return (distanceKm(place, anchor) + CORE_KM) ** -DISTANCE_POWER;
}

function distanceKm(a: Coordinates, b: Coordinates): number {
  const radians = Math.PI / 180;
  const half = (degrees: number) => Math.sin((degrees * radians) / 2) ** 2;
  const chord =
    half(b.latitude - a.latitude) +
    Math.cos(a.latitude * radians) * Math.cos(b.latitude * radians) * half(b.longitude - a.longitude);
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.sqrt(Math.min(1, chord)));
}

function centred(values: readonly number[]): readonly number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.map((value) => value - mean);
}
