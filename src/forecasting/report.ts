import { type DataSource, sourceWarning } from '../open-meteo/source.ts';
import type { PipelineReport } from './pipeline.ts';

/** What a run found, for the screen. */
export function reportText(report: PipelineReport, source: DataSource): string {
  const { examples, score, beats, version, isPromoted, predictions, drift, outcomes } = report;
  const alarms = drift.filter(({ isAlarm }) => isAlarm);
  return [
    ...sourceWarning(source),
    `${examples} days of examples. Mean absolute error in μg/m³, in the order of time:`,
    '',
    'city        days   model   persistence   climatology',
    ...Object.entries(score).map(
      ([city, { days, model, persistence, climatology }]) =>
        `${city.padEnd(10)}${String(days).padStart(6)}${shown(model, 8)}${shown(persistence, 14)}${shown(climatology, 14)}`,
    ),
    '',
    ...Object.keys(score).map((city) =>
      beats.includes(city)
        ? `${city}: the model is better than both baselines.`
        : `${city}: the model does NOT beat the better baseline; use that one.`,
    ),
    '',
    `Version ${version} ${isPromoted ? 'predicts now' : 'stays a candidate: the one before is better'}.`,
    ...predictions.map(
      (one) =>
        `${one.city}: ${one.pm2_5.toFixed(1)} μg/m³ on the day after ${one.madeOn} (version ${one.version}).`,
    ),
    ...outcomes.map(
      (one) =>
        `${one.city}: version ${one.version} was wrong by ${one.error.toFixed(2)} μg/m³ on ${one.days === 1 ? 'the one day' : `the ${one.days} days`} that came since.`,
    ),
    alarms.length === 0
      ? 'Drift: no alarm, the newest days are like those of training.'
      : `DRIFT ALARM: ${alarms.map(({ city, feature, shift }) => `${city} ${feature} by ${shift.toFixed(1)} deviations`).join(', ')}.`,
  ].join('\n');
}

const shown = (value: number, width: number): string => value.toFixed(2).padStart(width);
