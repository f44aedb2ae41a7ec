import type { Block, Field } from './block.ts';
import { solarHour, sunSine, winter, yearShare } from './sky.ts';

const WANDER = { slowHours: 18, fastHours: 2 };
/** Traffic by solar hour: two rush hours, a quiet night. Judgement. */
const MORNING_RUSH = 7.5;
const EVENING_RUSH = 18.5;
const WEEKEND_SHARE = 0.82;
/** Ozone is highest some hours after the sun is. */
const OZONE_DELAY_HOURS = 2.5;

/** Global mean of carbon dioxide at the start of 2026, ppm, and its yearly rise. */
const CO2_2026 = 428;
const CO2_PER_YEAR = 2.6;

/** Gases in µg/m³ (carbon dioxide in ppm) and the UV index. */
export const GASES: Readonly<Record<string, Field>> = {
  nitrogen_dioxide: (block) => {
    const [stagnation, wander] = [block.field('stagnation'), block.shared('nitrogen dioxide', WANDER)];
    const { no2, latitude, longitude } = block.climate;
    return block.each((i, hour) => {
      const drift = 0.33 * (stagnation[i] ?? 0) + 0.25 * (wander[i] ?? 0) + 0.25 * winter(hour, latitude);
      return no2 * traffic(hour, longitude) * Math.exp(drift);
    });
  },
  nitrogen_monoxide: (block) => {
    const [no2, sun] = [block.field('nitrogen_dioxide'), block.field('sun')];
    // Sunlight splits nitrogen dioxide.
    return block.each((i) => (no2[i] ?? 0) * (0.02 + 0.3 * (sun[i] ?? 0)));
  },
  ozone_light: (block) =>
    block.each((_, hour) => Math.max(0, sunSine(block.cell, hour - OZONE_DELAY_HOURS)) ** 1.2),
  ozone,
  sulphur_dioxide: (block) => {
    const [stagnation, wander] = [block.field('stagnation'), block.own('sulphur dioxide', WANDER)];
    const { so2, latitude } = block.climate;
    return block.each(
      (i, hour) =>
        so2 * Math.exp(0.3 * (stagnation[i] ?? 0) + 0.4 * (wander[i] ?? 0) + 0.25 * winter(hour, latitude)),
    );
  },
  carbon_monoxide: (block) => {
    const [fine, no2] = [block.field('pm2_5'), block.field('nitrogen_dioxide')];
    const wander = block.shared('carbon monoxide', WANDER);
    return block.each(
      (i) => (115 + 4.5 * (no2[i] ?? 0) + 2.2 * (fine[i] ?? 0)) * Math.exp(0.06 * (wander[i] ?? 0)),
    );
  },
  carbon_dioxide: (block) => {
    const still = stillNight(block);
    return block.each((i, hour) => {
      const years = hour / 8765.82 - 56;
      const season = 5 * Math.sin(2 * Math.PI * yearShare(hour)) * Math.sign(block.cell.latitude);
      return CO2_2026 + CO2_PER_YEAR * years + season + 22 * (still[i] ?? 0);
    });
  },
  methane: (block) => {
    const still = stillNight(block);
    return block.each((i) => 1380 + 160 * (still[i] ?? 0));
  },
  ammonia: (block) => {
    const wander = block.shared('ammonia', WANDER);
    // Manure is spread from March on.
    const season = (hour: number) => Math.exp(0.8 * Math.cos(2 * Math.PI * (yearShare(hour) - 0.3)));
    return block.each((i, hour) => 1.8 * season(hour) * Math.exp(0.7 * (wander[i] ?? 0)));
  },
  formaldehyde: organic('formaldehyde', 1.1, 0.08),
  glyoxal: organic('glyoxal', 0.04, 0.002),
  non_methane_volatile_organic_compounds: organic('volatile', 18, 1.6),
  peroxyacyl_nitrates: organic('peroxyacyl', 0.7, 0.03),
  uv_index_clear_sky: (block) => {
    const sun = block.field('sun');
    return block.each((i) => 11 * (sun[i] ?? 0) ** 2.6);
  },
  uv_index: (block) => {
    const [clear, cloud] = [block.field('uv_index_clear_sky'), block.field('cloud_cover')];
    return block.each((i) => (clear[i] ?? 0) * (1 - 0.7 * ((cloud[i] ?? 0) / 100) ** 3));
  },
};

/** Sunlight makes ozone out of exhaust, two hours behind the sun; fresh exhaust eats it. */
function ozone(block: Block): Float64Array {
  const [no2, light] = [block.field('nitrogen_dioxide'), block.field('ozone_light')];
  const wander = block.shared('ozone', { slowHours: 40, fastHours: 4 });
  const { climate } = block;
  const precursors = 12 + 14 * Math.sqrt(climate.no2);
  return block.each((i, hour) => {
    const base = 60 - 9 * winter(hour - 105 * 24, -climate.latitude) - 6 * winter(hour, climate.latitude);
    const made = precursors * (light[i] ?? 0);
    const eaten = 0.85 * (no2[i] ?? 0);
    return Math.max(0, base + made - eaten + 11 * (wander[i] ?? 0));
  });
}

/** Mean 1 over a day, before the weekend. */
function traffic(hour: number, longitude: number): number {
  const solar = solarHour(hour, longitude);
  const rush = (at: number, width: number) => Math.exp(-(((solar - at) / width) ** 2) / 2);
  const shape = 0.8 + 0.55 * rush(MORNING_RUSH, 1.8) + 0.65 * rush(EVENING_RUSH, 2.6) + 0.2 * rush(23, 2);
  const dayOfWeek = Math.floor((hour + longitude / 15) / 24) % 7;
  // 1970-01-01 was a Thursday, so Saturday and Sunday are 2 and 3.
  const isWeekend = dayOfWeek === 2 || dayOfWeek === 3;
  return shape * (isWeekend ? WEEKEND_SHARE : 1);
}

/** What plants and soil breathe out gathers under a still night sky: 0 by day to about 3. */
function stillNight(block: Block): Float64Array {
  const [stagnation, sun] = [block.field('stagnation'), block.field('sun')];
  return block.each(
    (i) => Math.exp(0.45 * (stagnation[i] ?? 0)) * (1 - 0.75 * Math.min(1, 2 * (sun[i] ?? 0))),
  );
}

/** An organic gas: a background and a part that goes with nitrogen dioxide. */
function organic(stream: string, background: number, perNo2: number): Field {
  return (block) => {
    const no2 = block.field('nitrogen_dioxide');
    const wander = block.shared(stream, WANDER);
    return block.each((i) => (background + perNo2 * (no2[i] ?? 0)) * Math.exp(0.25 * (wander[i] ?? 0)));
  };
}
