// Results that are too large, too deep, or circular.
export const hourlyPm25 = async () =>
  Array.from({ length: 5_000_000 }, (_, i) => ({ time: new Date(i * 3_600_000).toISOString(), pm25: i }));

export async function compareCities() {
  const circle: { self?: unknown } = {};
  circle.self = circle;
  return [circle];
}

export async function showCities() {
  let deep: unknown = 1;
  for (let i = 0; i < 1_000_000; i++) deep = { deep };
  return deep;
}
