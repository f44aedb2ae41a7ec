// Prints without end.
export async function hourlyPm25() {
  const line = 'x'.repeat(10_000);
  for (;;) process.stdout.write(line) || (await new Promise((resolve) => process.stdout.once('drain', resolve)));
}
export const compareCities = hourlyPm25;
export const showCities = hourlyPm25;
