// Never gives the processor back.
export async function hourlyPm25() {
  for (;;);
}
export const compareCities = hourlyPm25;
export const showCities = hourlyPm25;
