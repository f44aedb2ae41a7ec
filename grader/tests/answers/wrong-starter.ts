// Nothing done yet.
export async function hourlyPm25() {
  return [];
}

export async function compareCities() {
  return [];
}

export async function showCities() {
  return {};
}
