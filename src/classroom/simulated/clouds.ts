import type { Block, Field } from './block.ts';
import type { Climate } from './climate.ts';
import { winter } from './sky.ts';

const CLOUDY = { slowHours: 14, fastHours: 3 };
const SHOWERY = { slowHours: 5, fastHours: 1.5 };

/** Rain above this temperature, snow below, °C. */
const SNOW_BELOW = 1;
/** Open-Meteo's rule: 7 cm of snow for 10 mm of water. */
const SNOW_CM_PER_MM = 0.7;
/** Sight in clean air, m: what weather models report at most. */
const CLEAR_SIGHT_M = 24_140;
const CALM_KMH = 6;
const SUN_CONSTANT = 1080;
/** WMO weather codes. */
const CODE = { fog: 45, drizzle: [51, 53, 55], rain: [61, 63, 65], snow: [71, 73, 75], thunder: 95 } as const;

/** Clouds, rain, snow, light and sight, in Open-Meteo's default units (%, mm, cm, W/m², m). */
export const CLOUDS: Readonly<Record<string, Field>> = {
  cloudiness: (block) => {
    const [clouds, pressure] = [block.shared('clouds', CLOUDY), block.field('synoptic')];
    return block.each((i) => 0.85 * (clouds[i] ?? 0) - 0.53 * (pressure[i] ?? 0));
  },
  /** Mean 0, variance near 1: rain falls out of clouds. */
  wetness: (block) => {
    const [cloudiness, shower] = [block.field('cloudiness'), block.shared('rain', SHOWERY)];
    return block.each((i) => 0.8 * (cloudiness[i] ?? 0) + 0.6 * (shower[i] ?? 0));
  },
  cloud_cover: (block) => {
    const [cloudiness, rain] = [block.field('cloudiness'), block.field('precipitation')];
    const wet = 0.5 * Math.log(block.climate.rainMmPerYear / 500);
    return block.each((i, hour) => {
      const lean = wet - 0.6 * block.climate.summerRain * winter(hour, block.climate.latitude);
      const cover = 100 / (1 + Math.exp(-2.4 * ((cloudiness[i] ?? 0) + lean)));
      return (rain[i] ?? 0) > 0 ? Math.max(cover, 80) : cover;
    });
  },
  precipitation,
  rain: (block) => {
    const [water, air] = [block.field('precipitation'), block.field('temperature_base')];
    return block.each((i) => ((air[i] ?? 0) > SNOW_BELOW ? (water[i] ?? 0) : 0));
  },
  showers: (block) => block.each(() => 0),
  snowfall: (block) => {
    const [water, air] = [block.field('precipitation'), block.field('temperature_base')];
    return block.each((i) => ((air[i] ?? 0) > SNOW_BELOW ? 0 : SNOW_CM_PER_MM * (water[i] ?? 0)));
  },
  precipitation_probability: (block) => {
    const wetness = block.field('wetness');
    return block.each(
      (i, hour) => 100 / (1 + Math.exp(-2.2 * ((wetness[i] ?? 0) - threshold(block.climate, hour)))),
    );
  },
  /** Mean of the hour before the time stamp. */
  shortwave_radiation: (block) => {
    const [sun, cloud] = [block.field('sun_of_hour'), block.field('cloud_cover')];
    return block.each(
      (i) => SUN_CONSTANT * (sun[i] ?? 0) ** 1.15 * (1 - 0.75 * ((cloud[i] ?? 0) / 100) ** 3.4),
    );
  },
  visibility: (block) => {
    const [humidity, water] = [block.field('relative_humidity_2m'), block.field('precipitation')];
    const [fine, wind] = [block.field('pm2_5'), block.field('wind_speed_10m')];
    return block.each((i) => {
      const damp = (humidity[i] ?? 0) / 100;
      // Damp particles swell and dim the light; from 98 % on, fog forms in still air.
      const haze = 0.003 * (fine[i] ?? 0) * (1 + 2 * damp ** 8);
      const fog = damp > 0.98 ? 500 * (damp - 0.98) * Math.exp(-(((wind[i] ?? 0) / CALM_KMH) ** 2)) : 0;
      return Math.min(CLEAR_SIGHT_M, 3912 / (0.08 + haze + fog + 0.4 * (water[i] ?? 0)));
    });
  },
  weather_code: weatherCode,
};

/** Water in mm per hour, in steps of 0.1, where wetness passes the threshold that the yearly sum asks for. */
function precipitation(block: Block): Float64Array {
  const wetness = block.field('wetness');
  const { climate } = block;
  const intensity = hourlyIntensityMm(climate);
  return block.each((i, hour) => {
    const excess = (wetness[i] ?? 0) - threshold(climate, hour);
    return excess > 0 ? Math.round(10 * intensity * 2.2 * excess ** 1.3) / 10 : 0;
  });
}

/** Usual rain in a wet hour, mm: warm air carries more. */
function hourlyIntensityMm({ temperature }: Climate): number {
  return 0.35 * Math.exp(0.05 * Math.max(-5, temperature));
}

/** How wet it must be for rain: as many hours a year as the yearly sum needs, more in the wet season. */
function threshold(climate: Climate, hour: number): number {
  const wetHours = climate.rainMmPerYear / hourlyIntensityMm(climate);
  const season = 1 - 0.9 * climate.summerRain * winter(hour, climate.latitude);
  return upperQuantile(Math.max(0.001, Math.min(0.45, (wetHours / 8766) * season)));
}

/** The value that a normal number exceeds with this probability (Abramowitz and Stegun 26.2.22). */
function upperQuantile(probability: number): number {
  const t = Math.sqrt(-2 * Math.log(probability));
  return t - (2.30753 + 0.27061 * t) / (1 + 0.99229 * t + 0.04481 * t * t);
}

function weatherCode(block: Block): Float64Array {
  const [water, snow] = [block.field('precipitation'), block.field('snowfall')];
  const [cloud, sight] = [block.field('cloud_cover'), block.field('visibility')];
  const air = block.field('temperature_2m');
  return block.each((i) => {
    const mm = water[i] ?? 0;
    const cover = cloud[i] ?? 0;
    if (mm > 0) return wetCode({ mm, isSnow: (snow[i] ?? 0) > 0, celsius: air[i] ?? 0 });
    if ((sight[i] ?? 0) < 1000) return CODE.fog;
    if (cover < 12) return 0;
    return cover < 37 ? 1 : cover < 75 ? 2 : 3;
  });
}

function wetCode({ mm, isSnow, celsius }: { mm: number; isSnow: boolean; celsius: number }): number {
  const level = (light: number, heavy: number) => (mm < light ? 0 : mm < heavy ? 1 : 2);
  if (isSnow) return CODE.snow[level(0.5, 1.5)];
  if (mm >= 7.6 && celsius > 16) return CODE.thunder;
  return mm < 0.6 ? CODE.drizzle[level(0.2, 0.4)] : CODE.rain[level(2.5, 7.6)];
}
