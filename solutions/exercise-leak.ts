// A model answer. Yours may look different: what counts is that nothing of the future gets into the past.

export interface Reading {
  city: string;
  time: string;
  published: string;
  pm25: number | null;
}

export interface Label {
  city: string;
  time: string;
  target: number;
}

export interface Example extends Label {
  pm25: number | null;
}

export interface Score {
  train: number;
  test: number;
  mean: number;
  deviation: number;
  climatology: number;
  persistence: number;
}

const HOUR_MS = 3_600_000;

/**
 * Rejected: joining on `time`. At 09:40 the reading of 09:00 exists in the table of today, but at 09:40 nobody had it;
 * the model would shine here and fail at the school.
 */
export function knownAt(labels: Label[], readings: Reading[], toleranceHours: number): Example[] {
  return labels.map((label) => {
    const [newest] = readings
      .filter(({ city, published }) => city === label.city && Date.parse(published) <= Date.parse(label.time))
      .sort(
        (a, b) =>
          Date.parse(b.time) - Date.parse(a.time) || Date.parse(b.published) - Date.parse(a.published),
      );
    const isFresh =
      newest !== undefined && Date.parse(label.time) - Date.parse(newest.time) <= toleranceHours * HOUR_MS;
    // A gap stays a gap: the value before it is of another hour.
    return { ...label, pm25: isFresh ? newest.pm25 : null };
  });
}

/**
 * Rejected: a random split. Hours next to each other are alike, so that a random test asks what the training has seen.
 * Mean and deviation are of train: those of all examples would tell it how the test will be.
 */
export function backtest(examples: Example[], from: string): Score {
  const isBefore = ({ time }: Example) => Date.parse(time) < Date.parse(from);
  const train = examples.filter(isBefore);
  const test = examples.filter((example) => !isBefore(example));

  const values = train.flatMap(({ pm25 }) => pm25 ?? []);
  const mean = meanOf(values);
  const deviation = Math.sqrt(meanOf(values.map((value) => (value - mean) ** 2)));

  const usual = (city: string) =>
    meanOf(train.filter((example) => example.city === city).map(({ target }) => target));
  const errorOf = (predict: (example: Example) => number) =>
    meanOf(test.map((example) => Math.abs(predict(example) - example.target)));
  return {
    train: train.length,
    test: test.length,
    mean,
    deviation,
    climatology: errorOf(({ city }) => usual(city)),
    persistence: errorOf(({ city, pm25 }) => pm25 ?? usual(city)),
  };
}

function meanOf(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
