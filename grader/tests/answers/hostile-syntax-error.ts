// One brace is missing.
export async function hourlyPm25() {
  return [];

export async function compareCities() {
