// Objects: times are Dates, the spec knows how to become JSON, the maximum has seconds and an offset.
import { API, HOUR_MS, localTime, place, running, type City } from './base.ts';

class Hour {
  constructor(
    readonly time: Date,
    readonly pm25: number | undefined,
  ) {}
  get isKnown(): boolean {
    return this.pm25 !== undefined;
  }
}

class Air {
  readonly #hours: Hour[];
  readonly city: City;

  constructor(city: City, hours: Hour[]) {
    this.city = city;
    this.#hours = hours;
  }

  static async of(city: City, now: Date): Promise<Air> {
    const { hourly } = await (await fetch(`${API}?${place(city)}&hourly=pm2_5&past_days=5`)).json();
    const end = hourly.time.findIndex((time: string) => Date.parse(`${time}Z`) === running(now));
    const hours = hourly.time.map((time: string, i: number) => new Hour(new Date(`${time}Z`), hourly.pm2_5[i] ?? undefined));
    return new Air(city, hours.slice(end - 72, end));
  }

  get hours(): Hour[] {
    return this.#hours.map((hour) => hour);
  }

  get mean24(): number {
    const day = this.#hours.slice(-24).filter((hour) => hour.isKnown);
    return day.reduce((sum, { pm25 = 0 }) => sum + pm25, 0) / day.length;
  }

  get top(): Hour {
    return this.#hours.reduce((best, hour) => ((hour.pm25 ?? -1) > (best.pm25 ?? -1) ? hour : best));
  }

  toJSON() {
    const { city, mean24, top } = this;
    const clock = localTime(top.time.getTime(), city.timezone);
    const ahead = Math.round((Date.parse(`${clock}Z`) - top.time.getTime()) / HOUR_MS);
    const offset = `${ahead < 0 ? '-' : '+'}${String(Math.abs(ahead)).padStart(2, '0')}:00`;
    return {
      city,
      mean24,
      max: top.pm25,
      maxAt: `${clock}:00${offset}`,
      hoursAbove15: this.#hours.filter(({ pm25 = 0 }) => pm25 > 15).length,
      share: this.#hours.filter((hour) => hour.isKnown).length / 72,
    };
  }
}

export class Chart {
  constructor(readonly all: Air[]) {}
  toJSON() {
    return {
      title: 'Fine dust',
      description: 'Two or more cities, three days',
      data: { values: this.all.flatMap((air) => air.hours.map((hour) => ({ hour, city: air.city.name }))) },
      facet: { row: { field: 'city' } },
      spec: {
        mark: 'area',
        encoding: {
          x: { field: 'hour.time', type: 'temporal' },
          y: { field: 'hour.pm25', type: 'quantitative', title: 'PM₂.₅ in µg·m⁻³' },
        },
      },
    };
  }
}

export const hourlyPm25 = async (city: City, now: Date) => (await Air.of(city, now)).hours;
export const compareCities = (cities: City[], now: Date) => Promise.all(cities.map((city) => Air.of(city, now)));
export const showCities = async (cities: City[], now: Date) => new Chart(await compareCities(cities, now));
