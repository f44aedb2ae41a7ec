const TAGS = ['open-meteo'];

/** What the classroom API answers besides the services, in short; Open-Meteo's own documentation has all of it. */
export const OPEN_METEO_PATHS = {
  '/v1/air-quality': path('Air quality by the hour', [
    ...place(),
    text('hourly', 'pm2_5,european_aqi'),
    text('current', 'pm2_5'),
    text('timezone', 'auto'),
    text('past_days', '3'),
    text('forecast_days', '2'),
  ]),
  '/v1/forecast': path('Weather: the days to come and the last three months', [
    ...place(),
    text('hourly', 'temperature_2m'),
    text('daily', 'precipitation_sum'),
    text('current', 'wind_speed_10m'),
    text('timezone', 'auto'),
  ]),
  '/v1/archive': path('Weather of past years', [
    ...place(),
    text('start_date', '2026-01-01', true),
    text('end_date', '2026-01-31', true),
    text('hourly', 'temperature_2m'),
  ]),
  '/v1/search': path('Places by name', [text('name', 'Roskilde', true), text('count', '3')]),
  '/v1/get': path('A place by its id', [text('id', '2614481', true)]),
  '/health': path('Is it running, and on what data', []),
};

type Parameter = ReturnType<typeof text>;

function place() {
  return [text('latitude', '55.64152', true), text('longitude', '12.08035', true)];
}

function text(name: string, example: string, required = false) {
  return { name, in: 'query' as const, required, example, schema: { type: 'string' as const } };
}

function path(summary: string, parameters: readonly Parameter[]) {
  return {
    get: {
      tags: TAGS,
      summary,
      parameters: [...parameters],
      responses: { 200: { description: 'OK' }, 400: { description: 'A reason' } },
    },
  };
}
