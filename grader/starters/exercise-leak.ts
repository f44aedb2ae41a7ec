// A model that was brilliant in the notebook was useless at the school: it had learned from readings that nobody had yet
// at the moment of the prediction. Readings are published hours late and corrected later. Join each label with what was
// known at its time, then score in the order of time.                                    Grade:  grade exercise-leak

/** The air of one hour. A correction is a row of its own: same city, same time, published later. Rows in any order. */
export interface Reading {
  city: string;
  /** The hour that was measured: '2025-03-03T06:00:00Z'. */
  time: string;
  /** From this moment on it could be known: '2025-03-03T08:10:00Z'. */
  published: string;
  /** null: the sensor gave no value. */
  pm25: number | null;
}

/** At `time` somebody predicts for `city`; `target` is what came, a day later. */
export interface Label {
  city: string;
  time: string;
  target: number;
}

/** A label with what was known. */
export interface Example extends Label {
  pm25: number | null;
}

export interface Score {
  /** How many examples were learned from, and how many were tested on. */
  train: number;
  test: number;
  /** Of the values of pm25 in train, gaps left out: what a scaler may know. Deviation: divide by their number. */
  mean: number;
  deviation: number;
  /** Mean absolute errors over all of test. */
  climatology: number;
  persistence: number;
}

/**
 * Part 1. One example for each label, in the order of the labels. `pm25` is of the newest hour of that city that was
 * published by then (at the very moment counts), in the newest version published by then. It is null where that hour has
 * no value, and where that hour is more than `toleranceHours` before the label or there is none.
 */
export function knownAt(labels: Label[], readings: Reading[], toleranceHours: number): Example[] {
  // TODO: for each label, leave out what was not known, then take the newest.
  return [];
}

/**
 * Part 2. Train is before `from`, test is from `from` on; examples come in any order. Climatology predicts the mean target
 * of the city in train. Persistence predicts `pm25`, and as climatology does where that is null.
 */
export function backtest(examples: Example[], from: string): Score {
  // TODO: split by time, learn from train only, score both on test.
  return { train: 0, test: 0, mean: 0, deviation: 0, climatology: 0, persistence: 0 };
}
