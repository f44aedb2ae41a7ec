// The functions are there, but nobody can call them; one is named differently.
async function hourlyPm25() {
  return [];
}

export async function compareCitys() {
  return hourlyPm25();
}
