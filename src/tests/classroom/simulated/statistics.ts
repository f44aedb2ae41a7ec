/** Figures of a series without gaps. */
export interface Statistics {
  readonly mean: number;
  readonly median: number;
  readonly p95: number;
  readonly least: number;
  /** Standard deviation of the logarithm. */
  readonly logSd: number;
  /** Correlation of the logarithm with itself, so many hours later. */
  readonly memory: (hours: number) => number;
}

export const HOUR_MS = 3_600_000;
export const ROSKILDE = { latitude: 55.64152, longitude: 12.08035 };
export const BEIJING = { latitude: 39.9075, longitude: 116.39723 };

export function statisticsOf(values: readonly number[]): Statistics {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN;
  const logs = values.map((value) => Math.log(Math.max(value, 0.1)));
  const meanLog = meanOf(logs);
  return {
    mean: meanOf(values),
    median: at(0.5),
    p95: at(0.95),
    least: at(0),
    logSd: Math.sqrt(meanOf(logs.map((log) => (log - meanLog) ** 2))),
    memory: (hours) => correlation(logs.slice(0, logs.length - hours), logs.slice(hours)),
  };
}

export function correlation(a: readonly number[], b: readonly number[]): number {
  const [meanA, meanB] = [meanOf(a), meanOf(b)];
  const product = (x: readonly number[], meanX: number, y: readonly number[], meanY: number): number =>
    x.reduce((sum, value, index) => sum + (value - meanX) * ((y[index] ?? Number.NaN) - meanY), 0);
  return product(a, meanA, b, meanB) / Math.sqrt(product(a, meanA, a, meanA) * product(b, meanB, b, meanB));
}

export function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
