import { sqlite } from '../databases/sqlite.ts';
import { isAirlabError } from '../errors.ts';
import { airQuality } from '../open-meteo/air-quality.ts';
import { BEIJING, ROSKILDE } from '../open-meteo/places.ts';
import { startClassroom } from '../services/start-classroom.ts';
import { runPipeline } from './pipeline.ts';
import { reportText } from './report.ts';

/** Two winters, so that the usual of a date is known. */
const DAYS = 500;
const DAY_MS = 86_400_000;
/** Offline the days are always the same, so that two runs say the same. */
const CLASSROOM_NOW = new Date('2026-11-24T09:30:00Z');

const isoDay = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** `npm run pipeline`: tomorrow's PM2.5, offline on simulated air; with AIRLAB_LIVE=1 on Open-Meteo's. */
async function main(): Promise<void> {
  const isLive = process.env.AIRLAB_LIVE === '1';
  const classroom = isLive ? undefined : await startClassroom({ own: true, now: CLASSROOM_NOW });
  const now = isLive ? new Date() : CLASSROOM_NOW;
  // What was found out about simulated air must not be mixed up with the real one.
  const db = await sqlite(isLive ? 'forecasting' : 'forecasting-simulated');
  try {
    const air = await airQuality({
      place: [ROSKILDE, BEIJING],
      hourly: ['pm2_5'],
      startDate: isoDay(now.getTime() - DAYS * DAY_MS),
      // Yesterday is the last whole day; what comes later is a forecast, no measurement.
      endDate: isoDay(now.getTime() - DAY_MS),
      ...(classroom === undefined ? {} : { baseUrl: classroom.url }),
    });
    console.log(
      reportText(await runPipeline({ hours: air.hourly, data: air.source.label, db, now }), air.source),
    );
  } finally {
    await db.close();
    await classroom?.close();
  }
}

main().catch((error: unknown) => {
  console.error(isAirlabError(error) ? `${error.message}\n${error.hint}` : error);
  process.exitCode = isAirlabError(error) ? 3 : 70;
});
