import { test } from 'uvu';
import * as assert from 'uvu/assert';
import {
  type Answer,
  type airQuality,
  type archive,
  BEIJING,
  EU_2030,
  type forecast,
  type HourRow,
  ROSKILDE,
  WHO_2021,
} from '../../index.ts';

/** Never called: the compiler is the test (`npm run check`), each line with an error must have one. */
export async function typesOnly(tools: {
  air: typeof airQuality;
  weather: typeof forecast;
  past: typeof archive;
  answer: Answer;
}): Promise<void> {
  const { air, weather, past, answer } = tools;

  const one = await air({ place: ROSKILDE, hourly: ['pm2_5', 'ozone'], current: ['pm10'] });
  const rows: HourRow<'pm2_5' | 'ozone'>[] = one.hourly;
  const value: number | null | undefined = rows[0]?.pm2_5;
  const unit: string = one.units.pm10;
  const now: number | null = one.current.pm10;
  // @ts-expect-error a null is not a number
  const number: number = one.current.pm10;
  // @ts-expect-error not asked for
  void one.daily;
  // @ts-expect-error not asked for in this section
  void one.hourly[0]?.pm10;
  // @ts-expect-error not asked for at all
  void one.units.dust;
  // @ts-expect-error one place: no list
  void one.current[0];

  const several = await air({ place: [ROSKILDE, BEIJING], current: ['pm2_5'] });
  void several.current[0]?.pm2_5;
  // @ts-expect-error several places: a list
  void several.current.pm2_5;
  // @ts-expect-error hourly was not asked for
  void several.hourly;

  // @ts-expect-error the name has an underscore
  await air({ place: ROSKILDE, hourly: ['pm25'] });
  // @ts-expect-error weather is not air
  await air({ place: ROSKILDE, hourly: ['temperature_2m'] });
  // @ts-expect-error a place has coordinates
  await air({ place: { name: 'Roskilde' }, hourly: ['pm2_5'] });
  // @ts-expect-error camel case, as all options
  await air({ place: ROSKILDE, hourly: ['pm2_5'], past_days: 3 });

  const days = await weather({ place: ROSKILDE, daily: ['sunrise', 'temperature_2m_max'] });
  const sunrise: string | null | undefined = days.daily[0]?.sunrise;
  const highest: number | null | undefined = days.daily[0]?.temperature_2m_max;
  // @ts-expect-error hourly names are not daily names
  await weather({ place: ROSKILDE, daily: ['temperature_2m'] });

  // @ts-expect-error the archive needs its days
  await past({ place: ROSKILDE, daily: ['sunrise'] });

  const checked: { n: number } = answer.json((body) => ({ n: Number(body) }));
  const promised: string[] = answer.json<string[]>();
  // @ts-expect-error without a promise nothing is known
  void answer.json().hourly;
  void [value, unit, now, number, sunrise, highest, checked, promised];
}

test('types :: constants are what they say', () => {
  assert.equal([WHO_2021.pm2_5.day, EU_2030.pm2_5.day, ROSKILDE.timezone], [15, 25, 'Europe/Copenhagen']);
});

test.run();
