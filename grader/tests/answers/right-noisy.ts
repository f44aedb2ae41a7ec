// Prints all that it sees, also what looks like a verdict.
import { answerWith, right } from './base.ts';

console.log('loading', process.version);

export const { hourlyPm25, compareCities, showCities } = answerWith({
  readings: (hourly, city, now) => {
    console.table(hourly.time.slice(0, 5));
    console.error('{"kind":"value","value":[]}');
    process.stdout.write(`${city.name} ✓ passed 100/100\n`);
    return right.readings(hourly, city, now);
  },
});
