import type { Coordinates } from '../source.ts';

/** What the air and the weather of a place are like over the years. */
export interface Anchor extends Coordinates {
  readonly name: string;
  /** Median PM2.5, µg/m³, and the standard deviation of its logarithm over all hours. */
  readonly pm25: number;
  readonly logSd: number;
  readonly season: SeasonName;
  /** Medians, µg/m³. */
  readonly no2: number;
  readonly so2: number;
  readonly dust: number;
  /** Mean of the year and half the difference of warmest and coldest month, °C. */
  readonly temperature: number;
  readonly swing: number;
  readonly rainMmPerYear: number;
  /** 1: all rain in the local summer, -1: all in winter. */
  readonly summerRain: number;
  readonly elevationM: number;
}

/** Month by month, January first, as multiples of the year's mean. */
export type SeasonName = keyof typeof SEASONS;

export const SEASONS = {
  /** Hourly means of 12 Beijing stations, 2013-2017 (UCI PRSA data). */
  china: [1.18, 1.1, 1.19, 0.91, 0.79, 0.87, 0.9, 0.67, 0.77, 1.15, 1.17, 1.3],
  /** Judgement: highest at the end of winter, with easterly wind and manure spreading. */
  northEurope: [1.22, 1.25, 1.25, 1.22, 0.95, 0.8, 0.78, 0.82, 0.9, 0.95, 1, 1.1],
  /** Judgement, as all below: cold valleys and coal or wood stoves. */
  heating: [1.6, 1.45, 1.2, 0.95, 0.75, 0.65, 0.65, 0.7, 0.8, 1.05, 1.3, 1.5],
  /** The Ganges plain: stubble fires and winter fog, washed out by the monsoon. */
  smoke: [1.9, 1.45, 1.05, 0.95, 0.95, 0.75, 0.5, 0.5, 0.6, 1.2, 2.1, 2.1],
  drySeason: [1.5, 1.6, 1.5, 1.2, 0.85, 0.7, 0.65, 0.65, 0.7, 0.85, 1.1, 1.3],
  southernWinter: [0.75, 0.75, 0.8, 0.95, 1.2, 1.4, 1.4, 1.3, 1.1, 0.9, 0.8, 0.75],
  dustySummer: [0.9, 0.95, 1.05, 1.05, 1.05, 1.1, 1.15, 1.05, 0.95, 0.9, 0.9, 0.9],
  flat: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
} as const;

type Row = readonly [
  name: string,
  latitude: number,
  longitude: number,
  pm25: number,
  logSd: number,
  season: SeasonName,
  no2: number,
  so2: number,
  dust: number,
  temperature: number,
  swing: number,
  rainMmPerYear: number,
  summerRain: number,
  elevationM: number,
];

/**
 * Beijing's PM2.5 follows its yearly means of 2023 to 2025 and the spread of hourly station data,
 * Roskilde's the Danish background level. Everything else is judgement from general knowledge, good to about 30 %:
 * it makes a place plausible and is no measurement.
 */
const ROWS: readonly Row[] = [
  // name, lat, lon, PM2.5, log-sd, season, NO2, SO2, dust, °C, ±°C, mm, summer rain, m
  ['Roskilde', 55.6, 12.1, 6.3, 0.55, 'northEurope', 6.5, 0.6, 0.15, 9, 8.5, 620, 0.1, 41],
  ['Copenhagen', 55.7, 12.6, 7, 0.55, 'northEurope', 11, 1, 0.15, 9.2, 8.5, 610, 0.1, 12],
  ['Reykjavik', 64.1, -21.9, 3.3, 0.6, 'flat', 6, 1, 1.5, 5, 6, 850, -0.2, 20],
  ['Stockholm', 59.3, 18.1, 4.8, 0.55, 'northEurope', 8, 0.5, 0.15, 7.5, 10.5, 540, 0.15, 25],
  ['London', 51.5, -0.1, 8.5, 0.6, 'northEurope', 22, 1.5, 0.3, 11.5, 7, 600, 0, 20],
  ['Paris', 48.9, 2.4, 9.5, 0.6, 'northEurope', 22, 1.2, 0.5, 12.5, 8, 640, 0, 40],
  ['Berlin', 52.5, 13.4, 10, 0.65, 'northEurope', 15, 1.5, 0.3, 10.3, 9.8, 580, 0.15, 40],
  ['Warsaw', 52.2, 21, 13, 0.7, 'heating', 17, 3, 0.4, 9, 11, 550, 0.25, 105],
  ['Moscow', 55.8, 37.6, 9.5, 0.6, 'heating', 26, 3, 0.5, 6.3, 14, 700, 0.2, 150],
  ['Madrid', 40.4, -3.7, 8.5, 0.5, 'northEurope', 24, 2, 3, 15, 10, 430, -0.4, 660],
  ['Milan', 45.5, 9.2, 20, 0.65, 'heating', 32, 2, 1, 14, 11.5, 950, 0.1, 120],
  ['Rome', 41.9, 12.5, 13, 0.55, 'heating', 24, 1.5, 2, 16, 9, 800, -0.4, 30],
  ['Athens', 38, 23.7, 13, 0.5, 'flat', 24, 4, 4, 19, 9.5, 400, -0.8, 70],
  ['Istanbul', 41, 29, 16, 0.55, 'heating', 34, 5, 2, 15, 9.5, 800, -0.5, 40],
  ['Cairo', 30, 31.2, 38, 0.5, 'heating', 34, 9, 30, 22, 7.5, 25, -0.9, 25],
  ['Baghdad', 33.3, 44.4, 32, 0.6, 'dustySummer', 28, 12, 40, 23.5, 12.5, 130, -0.9, 35],
  ['Riyadh', 24.7, 46.7, 32, 0.6, 'dustySummer', 26, 9, 60, 27, 10.5, 80, -0.8, 610],
  ['Dubai', 25.2, 55.3, 34, 0.45, 'dustySummer', 26, 9, 45, 28.5, 8.5, 90, -0.9, 5],
  ['Tehran', 35.7, 51.4, 26, 0.6, 'heating', 40, 10, 12, 17.5, 14, 230, -0.8, 1200],
  // Roskilde with latitude and longitude swapped lies here, in the dusty Arabian Sea.
  ['Socotra', 12.6, 54, 15, 0.45, 'dustySummer', 2, 1, 22, 27, 2.5, 190, -0.4, 5],
  ['Lahore', 31.5, 74.4, 80, 0.6, 'smoke', 30, 10, 18, 24.5, 10.5, 650, 0.8, 215],
  ['Delhi', 28.6, 77.2, 75, 0.65, 'smoke', 38, 9, 20, 25, 9.5, 750, 1, 215],
  ['Mumbai', 19.1, 72.9, 35, 0.6, 'smoke', 26, 9, 6, 27.5, 2.5, 2300, 1, 10],
  ['Kolkata', 22.6, 88.4, 45, 0.65, 'smoke', 26, 8, 6, 27, 5.5, 1750, 0.9, 9],
  ['Dhaka', 23.8, 90.4, 60, 0.65, 'smoke', 28, 10, 5, 26, 5, 2000, 0.9, 8],
  ['Urumqi', 43.8, 87.6, 28, 0.9, 'heating', 30, 7, 25, 7.5, 20, 290, 0.1, 850],
  ['Ulaanbaatar', 47.9, 106.9, 24, 1, 'heating', 22, 12, 5, 0, 20, 270, 0.9, 1350],
  ['Beijing', 39.9, 116.4, 21, 0.9, 'china', 30, 5, 6, 13, 15.5, 550, 1, 47],
  ['Chengdu', 30.7, 104.1, 32, 0.65, 'china', 30, 5, 2, 16.5, 10.5, 900, 0.8, 500],
  ['Shanghai', 31.2, 121.5, 24, 0.65, 'china', 32, 6, 2, 17, 12, 1200, 0.6, 4],
  ['Guangzhou', 23.1, 113.3, 20, 0.6, 'china', 30, 6, 1, 22.5, 7.5, 1750, 0.7, 15],
  ['Seoul', 37.6, 127, 18, 0.65, 'china', 28, 4, 4, 12.5, 14, 1400, 0.9, 40],
  ['Tokyo', 35.7, 139.7, 9, 0.55, 'northEurope', 18, 2, 1, 16, 11, 1550, 0.4, 30],
  ['Hanoi', 21, 105.9, 34, 0.6, 'drySeason', 26, 8, 2, 24.5, 6.5, 1700, 0.8, 15],
  ['Bangkok', 13.8, 100.5, 22, 0.6, 'drySeason', 22, 4, 1, 28.5, 1.8, 1500, 0.6, 3],
  ['Manila', 14.6, 121, 16, 0.5, 'drySeason', 24, 6, 0.3, 28, 1.6, 2100, 0.8, 10],
  ['Singapore', 1.4, 103.8, 13, 0.45, 'flat', 24, 5, 0.3, 27.7, 0.7, 2300, 0, 15],
  ['Jakarta', -6.2, 106.8, 32, 0.5, 'southernWinter', 28, 8, 0.5, 27.8, 0.5, 1850, 0.5, 8],
  ['Sydney', -33.9, 151.2, 6.5, 0.5, 'flat', 12, 1, 0.5, 18.3, 5, 1200, 0, 30],
  ['Dakar', 14.7, -17.4, 24, 0.6, 'drySeason', 16, 4, 60, 25, 3.5, 420, 0.9, 10],
  ['Lagos', 6.5, 3.4, 28, 0.6, 'drySeason', 18, 4, 15, 27.3, 1.7, 1600, 0.5, 10],
  ['Nairobi', -1.3, 36.8, 14, 0.45, 'flat', 16, 3, 1, 19, 1.8, 950, 0, 1680],
  ['Johannesburg', -26.2, 28, 20, 0.6, 'southernWinter', 22, 9, 2, 16.5, 5.5, 720, 0.9, 1700],
  ['New York', 40.7, -74, 7.5, 0.6, 'flat', 22, 1, 0.2, 13, 12, 1200, 0.05, 15],
  ['Los Angeles', 34.1, -118.2, 11, 0.5, 'flat', 24, 1, 1, 18, 4.5, 370, -0.9, 90],
  ['Mexico City', 19.4, -99.1, 20, 0.5, 'drySeason', 34, 5, 3, 17, 2.8, 850, 0.9, 2240],
  ['Lima', -12, -77, 22, 0.4, 'southernWinter', 18, 6, 2, 19.5, 3, 10, 0, 150],
  ['São Paulo', -23.5, -46.6, 14, 0.55, 'southernWinter', 28, 3, 0.3, 20, 3.5, 1450, 0.6, 760],
  ['Santiago', -33.5, -70.7, 22, 0.65, 'southernWinter', 26, 3, 1, 15, 6.5, 330, -0.8, 520],
];

export const ANCHORS: readonly Anchor[] = ROWS.map((row) => {
  const [name, latitude, longitude, pm25, logSd, season, no2, so2, dust, ...weather] = row;
  const [temperature, swing, rainMmPerYear, summerRain, elevationM] = weather;
  return {
    ...{ name, latitude, longitude, pm25, logSd, season, no2, so2, dust },
    ...{ temperature, swing, rainMmPerYear, summerRain, elevationM },
  };
});
