import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const FILES = {
  lahore: 'air-quality_lahore_2026-10-08_hourly_raw.json',
  enschede: 'air-quality_enschede_2026-10-03_all-variables_trimmed.json',
  bergen: 'archive_bergen_2025-01-15_daily_raw.json',
  beijing: 'geocoding_beijing_zh_2026-09-17_quoted.json',
} as const;

/** A recorded answer of Open-Meteo, as text. */
export const recorded = (name: keyof typeof FILES): string =>
  readFileSync(join(__dirname, '../fixtures/open-meteo', FILES[name]), 'utf8');
