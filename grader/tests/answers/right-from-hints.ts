// The skeletons of the third hints, with their blanks filled in.
interface City {
  name: string;
  latitude: number;
  longitude: number;
  timezone: string;
}
interface Reading {
  time: string;
  pm25: number | null;
}

export async function hourlyPm25(city: City, now: Date): Promise<Reading[]> {
  const url =
    'https://air-quality-api.open-meteo.com/v1/air-quality?' +
    `latitude=${city.latitude}&longitude=${city.longitude}&hourly=pm2_5&past_days=4&forecast_days=1`;
  const { hourly }: any = await (await fetch(url)).json();
  return hourly.time
    .map((time: string, i: number) => ({ time: time + 'Z', pm25: hourly.pm2_5[i] }))
    .filter((reading: Reading) => Date.parse(reading.time) < new Date(now).setUTCMinutes(0, 0, 0))
    .slice(-72);
}

export async function compareCities(cities: City[], now: Date) {
  return Promise.all(
    cities.map(async (city) => {
      const readings = await hourlyPm25(city, now);
      const known: any[] = readings.filter((reading) => reading.pm25 !== null);
      const day: any[] = readings.slice(-24).filter((reading) => reading.pm25 !== null);
      const top = known.sort((a, b) => b.pm25 - a.pm25)[0];
      return {
        city: city.name,
        mean24: day.reduce((sum, reading) => sum + reading.pm25, 0) / day.length,
        max: top.pm25,
        maxAt: new Date(top.time).toLocaleString('sv-SE', { timeZone: city.timezone }).slice(0, 16).replace(' ', 'T'),
        hoursAbove15: known.filter((reading) => reading.pm25 > 15).length,
        share: known.length / readings.length,
      };
    }),
  );
}

export async function showCities(cities: City[], now: Date) {
  const rows = [];
  for (const city of cities)
    for (const reading of await hourlyPm25(city, now)) rows.push({ ...reading, city: city.name });
  return {
    description: 'PM2.5 of the last three days; the two cities lie far apart.',
    data: { values: rows },
    mark: 'line',
    encoding: {
      x: { field: 'time', type: 'temporal', title: 'UTC' },
      y: { field: 'pm25', type: 'quantitative', title: 'PM2.5, µg/m³' },
      color: { field: 'city' },
      strokeDash: { field: 'city' },
    },
  };
}
