import type { Block, Field } from './block.ts';
import { solarHour, winter } from './sky.ts';

/** High and low pressure pass in about five days. */
const SYNOPTIC = { slowHours: 50, fastHours: 14 };
const WARM_SPELL = { slowHours: 60, fastHours: 8 };
const GUSTY = { slowHours: 6, fastHours: 1 };

/** The sea and the ground lag behind the sun by about a week in the year, and by three hours in the day. */
const YEAR_LAG_HOURS = 8 * 24;
const WARMEST_HOUR = 15;

/** Dew points above this are hardly ever measured. */
const DAMPEST_CELSIUS = 28;

const KELVIN = 273.15;
const KMH_PER_MS = 3.6;

/** Temperature, humidity, pressure and wind, in Open-Meteo's default units (°C, %, hPa, km/h). */
export const WEATHER: Readonly<Record<string, Field>> = {
  synoptic: ({ shared }) => shared('pressure', SYNOPTIC),
  /** Temperature without its daily course. */
  temperature_base: (block) => {
    const spell = block.shared('temperature', WARM_SPELL);
    const { climate } = block;
    const sd = 0.5 + 0.055 * Math.abs(climate.latitude);
    return block.each(
      (i, hour) =>
        climate.temperature -
        climate.swing * winter(hour - YEAR_LAG_HOURS, climate.latitude) +
        sd * (spell[i] ?? 0),
    );
  },
  temperature_2m: temperature,
  dew_point_2m: (block) => {
    const [base, air, rain] = ['temperature_base', 'temperature_2m', 'precipitation'].map(block.field);
    const damp = block.shared('humidity', { slowHours: 24, fastHours: 4 });
    const { rainMmPerYear, swing, summerRain, latitude } = block.climate;
    const dry = 1.5 + 8 * Math.exp(-rainMmPerYear / 500) + 0.12 * swing;
    // Summers are dry where it rains in winter or all year, and damp under a monsoon.
    const inWinter = -0.45 * (1 - 1.6 * summerRain);
    return block.each((i, hour) => {
      const gap =
        dry *
        Math.exp(0.45 * (damp[i] ?? 0) + inWinter * winter(hour, latitude)) *
        ((rain?.[i] ?? 0) > 0 ? 0.25 : 1);
      return Math.min((air?.[i] ?? 0) - 0.1, (base?.[i] ?? 0) - gap, DAMPEST_CELSIUS);
    });
  },
  relative_humidity_2m: (block) => {
    const [air, dew] = [block.field('temperature_2m'), block.field('dew_point_2m')];
    return block.each((i) => (100 * vapourHpa(dew[i] ?? 0)) / vapourHpa(air[i] ?? 0));
  },
  apparent_temperature: (block) => {
    const [air, dew] = [block.field('temperature_2m'), block.field('dew_point_2m')];
    const wind = block.field('wind_speed_10m');
    // Steadman's formula without sunshine, as the Australian weather service uses it.
    return block.each(
      (i) => (air[i] ?? 0) + 0.33 * vapourHpa(dew[i] ?? 0) - (0.7 * (wind[i] ?? 0)) / KMH_PER_MS - 4,
    );
  },
  pressure_msl: (block) => {
    const synoptic = block.field('synoptic');
    const { latitude, swing } = block.climate;
    const sd = 1.2 + 0.15 * Math.abs(latitude);
    // High pressure belts at 30 degrees, low ones at 60; cold continents press heavier.
    const belt = 1013 - 2.5 * Math.cos((Math.abs(latitude) * Math.PI) / 30);
    return block.each(
      (i, hour) => belt + 0.5 * Math.max(0, swing - 7) * winter(hour, latitude) + sd * (synoptic[i] ?? 0),
    );
  },
  surface_pressure: (block) => {
    const [sea, air] = [block.field('pressure_msl'), block.field('temperature_2m')];
    const height = 0.0065 * block.climate.elevationM;
    return block.each((i) => (sea[i] ?? 0) * (1 - height / ((air[i] ?? 0) + height + KELVIN)) ** 5.257);
  },
  wind_east: (block) => windPart(block, 'wind east', prevailing(block)),
  wind_north: (block) => windPart(block, 'wind north', 0.5),
  wind_speed_10m: (block) => {
    const [east, north] = [block.field('wind_east'), block.field('wind_north')];
    return block.each((i) => KMH_PER_MS * Math.hypot(east[i] ?? 0, north[i] ?? 0));
  },
  /** Where it blows from: 270 is a west wind. */
  wind_direction_10m: (block) => {
    const [east, north] = [block.field('wind_east'), block.field('wind_north')];
    return block.each((i) => ((Math.atan2(-(east[i] ?? 0), -(north[i] ?? 0)) * 180) / Math.PI + 360) % 360);
  },
  wind_gusts_10m: (block) => {
    const [wind, gusty] = [block.field('wind_speed_10m'), block.own('gusts', GUSTY)];
    return block.each((i) => 3 + (wind[i] ?? 0) * (1.4 + 0.35 * Math.tanh(gusty[i] ?? 0)));
  },
};

/** Warmest at three in the afternoon, most under a clear sky and far from the sea. */
function temperature(block: Block): Float64Array {
  const [base, cloud] = [block.field('temperature_base'), block.field('cloud_cover')];
  const { swing, longitude, latitude } = block.climate;
  const range = 1.2 + 0.3 * Math.min(15, swing) + (swing > 5 ? 0.5 : 0);
  return block.each((i, hour) => {
    const clear = 1 - (0.6 * (cloud[i] ?? 0)) / 100;
    const sunny = 1 - 0.45 * winter(hour, latitude);
    const turn = Math.cos((2 * Math.PI * (solarHour(hour, longitude) - WARMEST_HOUR)) / 24);
    return (base[i] ?? 0) + range * clear * sunny * turn;
  });
}

/** Pressure of water vapour in hPa when the dew point is `celsius` (Magnus formula). */
export function vapourHpa(celsius: number): number {
  return 6.112 * Math.exp((17.62 * celsius) / (243.12 + celsius));
}

/** Mean wind to the east in m/s: trade winds in the tropics, westerlies beyond. */
function prevailing({ climate }: Block): number {
  return -3 * Math.cos((Math.min(60, Math.abs(climate.latitude)) * Math.PI) / 60);
}

/** One component in m/s. Still air, which gathers dirt, is weak wind; land far from the sea brakes it. */
function windPart(block: Block, stream: string, mean: number): Float64Array {
  const wander = block.shared(stream, { slowHours: 20, fastHours: 3 });
  const stagnation = block.field('stagnation');
  const { latitude, swing } = block.climate;
  const sd = 1.8 + 0.045 * Math.abs(latitude);
  const brake = 0.85 - 0.3 * Math.min(1, swing / 16);
  return block.each((i) => (mean + sd * (wander[i] ?? 0)) * brake * Math.exp(-0.28 * (stagnation[i] ?? 0)));
}
