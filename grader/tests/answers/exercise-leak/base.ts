// The plain right answer that most wrong ones change in one place, so that each of them shows its mistake and no more.

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

/** The steps of the answer; each can be done wrong. */
export interface Steps {
  labels: (labels: Label[]) => Label[];
  readings: (readings: Reading[]) => Reading[];
  use: (reading: Reading, label: Label) => boolean;
  pick: (readings: Reading[], label: Label, all: Reading[]) => Reading | undefined;
  hoursOld: (reading: Reading, label: Label) => number;
  value: (reading: Reading | undefined) => number | null;
  joined: (examples: Example[]) => Example[];
  split: (examples: Example[], from: string) => { train: Example[]; test: Example[] };
  scaled: (train: Example[], test: Example[]) => Example[];
  learned: (train: Example[], test: Example[], city: string) => Example[];
  scored: (train: Example[], test: Example[]) => Example[];
  gap: (usual: number) => number;
  error: (differences: number[]) => number;
  divisor: (count: number) => number;
}

export const meanOf = (values: number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

export const hours = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 3_600_000;

/** The newest hour, in its newest version. */
export const newest = (readings: Reading[]): Reading | undefined =>
  [...readings].sort((a, b) => b.time.localeCompare(a.time) || b.published.localeCompare(a.published))[0];

export const right: Steps = {
  labels: (labels) => labels,
  readings: (readings) => readings,
  use: (reading, label) => reading.city === label.city && reading.published <= label.time,
  pick: newest,
  hoursOld: (reading, label) => hours(reading.time, label.time),
  value: (reading) => reading?.pm25 ?? null,
  joined: (examples) => examples,
  split: (examples, from) => ({
    train: examples.filter(({ time }) => time < from),
    test: examples.filter(({ time }) => time >= from),
  }),
  scaled: (train) => train,
  learned: (train, _, city) => train.filter((one) => one.city === city),
  scored: (_, test) => test,
  gap: (usual) => usual,
  error: (differences) => meanOf(differences.map(Math.abs)),
  divisor: (count) => count,
};

export function answerWith(changes: Partial<Steps> = {}) {
  const steps = { ...right, ...changes };
  const knownAt = (labels: Label[], readings: Reading[], toleranceHours: number): Example[] => {
    const rows = steps.readings(readings);
    const examples = steps.labels(labels).map((label) => {
      const found = steps.pick(
        rows.filter((reading) => steps.use(reading, label)),
        label,
        rows,
      );
      const isFresh = found !== undefined && steps.hoursOld(found, label) <= toleranceHours;
      return { ...label, pm25: steps.value(isFresh ? found : undefined) };
    });
    return steps.joined(examples);
  };
  const backtest = (examples: Example[], from: string) => {
    const { train, test } = steps.split(examples, from);
    const values = steps.scaled(train, test).flatMap(({ pm25 }) => pm25 ?? []);
    const mean = meanOf(values);
    const squares = values.map((value) => (value - mean) ** 2);
    const usual = ({ city }: Example) => meanOf(steps.learned(train, test, city).map(({ target }) => target));
    const errorOf = (predict: (one: Example) => number) =>
      steps.error(steps.scored(train, test).map((one) => predict(one) - one.target));
    return {
      train: train.length,
      test: test.length,
      mean,
      deviation: Math.sqrt(squares.reduce((sum, each) => sum + each, 0) / steps.divisor(squares.length)),
      climatology: errorOf(usual),
      persistence: errorOf((one) => one.pm25 ?? steps.gap(usual(one))),
    };
  };
  return { knownAt, backtest };
}
