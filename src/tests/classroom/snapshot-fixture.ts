import type { RecordedPlace, Snapshot } from '../../classroom/snapshot.ts';

export const FIRST_HOUR = Date.parse('2026-11-24T00:00Z') / 3_600_000;

export const roskilde: RecordedPlace = {
  ...{ name: 'Roskilde', latitude: 55.64152, longitude: 12.08035, timezone: 'Europe/Copenhagen' },
  reported: { latitude: 55.6, longitude: 12.100002, elevation: 41 },
  firstHour: FIRST_HOUR,
  units: { pm2_5: 'μg/m³', is_day: '', us_aqi: 'USAQI' },
  series: { pm2_5: [8.1, null, 7.9, 10], is_day: [0, 0, 1, null], us_aqi: [30, 31, null, 33] },
};

export const beijing: RecordedPlace = {
  ...{ name: 'Beijing', latitude: 39.9075, longitude: 116.39723, timezone: 'Asia/Shanghai' },
  reported: { latitude: 39.90001, longitude: 116.399994, elevation: null },
  firstHour: FIRST_HOUR,
  units: { pm2_5: 'μg/m³', is_day: '', us_aqi: 'USAQI' },
  series: { pm2_5: [61, 62.5, 63, 64], is_day: [1, 1, 1, 1], us_aqi: [null, null, null, null] },
};

/** Four hours of both cities. */
export const content: Omit<Snapshot, 'sha256'> = {
  format: 'airlab-snapshot-1',
  takenAt: '2026-11-24T02:30:00.000Z',
  from: 'https://air-quality-api.open-meteo.com',
  data: 'open-meteo',
  licence: 'CC BY 4.0: Weather data by Open-Meteo.com',
  modelRuns: { cams_global: '2026-11-23T12:00:00.000Z' },
  places: [roskilde, beijing],
};
