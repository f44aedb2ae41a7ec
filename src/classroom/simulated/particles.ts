import type { Block, Field } from './block.ts';
import type { Climate } from './climate.ts';
import { solarHour, winter, yearShare } from './sky.ts';

/** Fits the autocorrelation of Beijing's log PM2.5: 0.98 at 1 h, 0.81 at 6 h, 0.37 at 24 h, 0.09 at 48 h. */
const STAGNATION = { slowHours: 22, fastHours: 2 };
/** Share of the variance that builds up between fronts and clears within hours. */
const BUILD_UP_SHARE = 0.3;
/** Small hourly roughness of the logarithm, as model series have it. */
const ROUGHNESS = { sd: 0.05, memory: { slowHours: 4, fastHours: 0.5 } };
const LOWEST_PM25 = 0.2;
/** Beyond this many standard deviations the rise flattens: the heaviest haze today is near 300 µg/m³, not 700. */
const HEAVY = { from: 1.4, flattening: 0.75 };

/** Hour by solar hour, as a multiple of the day's mean: Beijing in winter (UCI PRSA stations). */
const WINTER_DAY = [
  1.17, 1.14, 1.11, 1.08, 1.05, 1.02, 1, 0.99, 1, 1, 0.98, 0.95, 0.9, 0.86, 0.84, 0.84, 0.87, 0.93, 1.01,
  1.08, 1.14, 1.19, 1.22, 1.21,
].map((share) => Math.log(share / 1.015));
/** In summer 6 % around the mean, highest at 10 h. */
const SUMMER_DAY = WINTER_DAY.map((_, hour) => 0.06 * Math.cos((2 * Math.PI * (hour - 10)) / 24));

/** Some days of polluted air from far away: Denmark has four to eight a year of two to four days. */
const EPISODE = {
  spacingHours: 45 * 24,
  chance: 0.75,
  shortestHours: 48,
  longestHours: 96,
  riseHours: 14,
  fallHours: 8,
  /** Level in units of exp(log-sd): 20 to 35 µg/m³ in Roskilde. */
  lowest: 2.1,
  highest: 3.1,
  largestLogSd: 0.55,
  /** What the episodes add to the logarithm of the median, and to its variance in units of log-sd. Measured. */
  medianLift: 0.025,
  varianceLift: 0.11,
} as const;

/** Fine and coarse particles and what they are made of, µg/m³. */
export const PARTICLES: Readonly<Record<string, Field>> = {
  stagnation: (block) => {
    const slow = block.shared('stagnation', STAGNATION);
    const buildUp = block.buildUp();
    const [slowPart, buildUpPart] = [Math.sqrt(1 - BUILD_UP_SHARE), Math.sqrt(BUILD_UP_SHARE)];
    return block.each((i) => slowPart * (slow[i] ?? 0) + buildUpPart * (buildUp[i] ?? 0));
  },
  episode: (block) => block.each((_, hour) => episodeAt(block, hour).share),
  pm2_5: finePm,
  sea_salt_aerosol: (block) => {
    const wind = block.field('wind_speed_10m');
    const rough = block.own('sea salt', { slowHours: 12, fastHours: 3 });
    return block.each((i) => 0.012 * (wind[i] ?? 0) ** 1.5 * Math.exp(0.4 * (rough[i] ?? 0)));
  },
  dust: (block) => {
    const plume = block.shared('dust', { slowHours: 36, fastHours: 5 });
    const { dust, latitude } = block.climate;
    // Dry, bare ground in spring lifts the most dust.
    const spring = (hour: number) => 0.6 * winter(hour - 90 * 24, latitude);
    return block.each((i, hour) =>
      Math.max(0, dust * (Math.exp(1.1 * (plume[i] ?? 0) + spring(hour)) - 0.5)),
    );
  },
  pm10: (block) => {
    const [fine, dust, salt] = [block.field('pm2_5'), block.field('dust'), block.field('sea_salt_aerosol')];
    const coarse = block.own('coarse', { slowHours: 18, fastHours: 3 });
    return block.each(
      (i) =>
        (fine[i] ?? 0) * (1.12 + 0.12 * Math.exp(0.5 * (coarse[i] ?? 0))) +
        0.65 * (dust[i] ?? 0) +
        0.6 * (salt[i] ?? 0),
    );
  },
  pm10_wildfires: (block) => {
    const smoke = block.shared('wildfire', { slowHours: 30, fastHours: 4 });
    return block.each((i, hour) =>
      Math.max(0, 2.5 * ((smoke[i] ?? 0) - 1.9 - 0.8 * winter(hour, block.cell.latitude))),
    );
  },
  secondary_inorganic_aerosol: share('inorganic', 0.5),
  pm2_5_total_organic_matter: share('organic', 0.2),
  total_elementary_carbon: share('carbon', 0.025),
  residential_elementary_carbon: (block) => {
    const carbon = block.field('total_elementary_carbon');
    return block.each((i, hour) => (carbon[i] ?? 0) * (0.4 + 0.3 * winter(hour, block.cell.latitude)));
  },
  aerosol_optical_depth: (block) => {
    const [fine, dust] = [block.field('pm2_5'), block.field('dust')];
    const depth = block.shared('optical depth', { slowHours: 18, fastHours: 4 });
    return block.each(
      (i) => (0.04 + 0.0042 * (fine[i] ?? 0) + 0.004 * (dust[i] ?? 0)) * Math.exp(0.3 * (depth[i] ?? 0)),
    );
  },
};

function finePm(block: Block): Float64Array {
  const { climate, cell } = block;
  const stagnation = block.field('stagnation');
  const rough = block.own('roughness', ROUGHNESS.memory);
  const median = Math.log(climate.pm25) - EPISODE.medianLift;
  const sd = freeSd(climate);
  return block.each((i, hour) => {
    const course = seasonAt(climate, hour) + dayAt(climate, solarHour(hour, cell.longitude), hour);
    const usual = median + course + sd * flattened(stagnation[i] ?? 0);
    const { share, level } = episodeAt(block, hour);
    const mixed = (1 - share) * usual + share * (median + level + 0.2 * (stagnation[i] ?? 0));
    return Math.max(LOWEST_PM25, Math.exp(mixed + ROUGHNESS.sd * (rough[i] ?? 0)));
  });
}

function flattened(deviations: number): number {
  const { from, flattening } = HEAVY;
  if (deviations <= from) return deviations;
  return from + (1 - Math.exp(-flattening * (deviations - from))) / flattening;
}

/** What is left for the weather of the spread over all hours, after season, time of day and episodes. */
function freeSd(climate: Climate): number {
  const season = variance(climate.logSeason);
  const day = (variance(WINTER_DAY) / 2) * dayStrength(climate) ** 2;
  const episodes = EPISODE.varianceLift * Math.min(climate.logSd, EPISODE.largestLogSd);
  return Math.sqrt(Math.max(0.06, climate.logSd ** 2 - season - day - episodes));
}

/** Between the middles of the months, so that no month begins with a jump. */
function seasonAt(climate: Climate, hour: number): number {
  const month = yearShare(hour) * 12 - 0.5 + 12;
  const [before, part] = [Math.floor(month), month - Math.floor(month)];
  const value = (index: number) => climate.logSeason[index % 12] ?? 0;
  return (1 - part) * value(before) + part * value(before + 1);
}

function dayAt(climate: Climate, solar: number, hour: number): number {
  const cold = (1 + winter(hour, climate.latitude)) / 2;
  const between = (table: readonly number[]) => {
    const [before, part] = [Math.floor(solar), solar - Math.floor(solar)];
    return (1 - part) * (table[before % 24] ?? 0) + part * (table[(before + 1) % 24] ?? 0);
  };
  return dayStrength(climate) * (cold * between(WINTER_DAY) + (1 - cold) * between(SUMMER_DAY));
}

/** 1 in Beijing, 0.42 in Roskilde (8 % around the mean): where the air varies much, so does the day. Judgement. */
function dayStrength({ logSd }: Climate): number {
  return Math.max(0.2, Math.min(1.1, 1 + (logSd - 0.9) * 1.66));
}

function episodeAt(block: Block, hour: number): { share: number; level: number } {
  const slot = Math.floor(hour / EPISODE.spacingHours);
  if (block.chance('episode', slot) >= EPISODE.chance) return { share: 0, level: 0 };
  const free = EPISODE.spacingHours - EPISODE.longestHours;
  const start = slot * EPISODE.spacingHours + block.chance('episode start', slot) * free;
  const range = EPISODE.longestHours - EPISODE.shortestHours;
  const end = start + EPISODE.shortestHours + block.chance('episode length', slot) * range;
  const share = Math.min(1, (hour - start) / EPISODE.riseHours, (end - hour) / EPISODE.fallHours);
  const height = EPISODE.lowest + block.chance('episode level', slot) * (EPISODE.highest - EPISODE.lowest);
  return { share: Math.max(0, share), level: height * Math.min(block.climate.logSd, EPISODE.largestLogSd) };
}

/** A part of PM2.5 whose share wanders. */
function share(stream: string, typical: number): Field {
  return (block) => {
    const fine = block.field('pm2_5');
    const wander = block.shared(stream, { slowHours: 30, fastHours: 4 });
    return block.each((i) => (fine[i] ?? 0) * typical * Math.exp(0.2 * Math.tanh(wander[i] ?? 0)));
  };
}

function variance(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
}
