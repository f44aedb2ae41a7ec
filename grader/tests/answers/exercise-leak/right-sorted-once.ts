// Sorts the readings once by publication and walks along with the labels; one pass, Dates and Maps.

interface Reading {
  city: string;
  time: string;
  published: string;
  pm25: number | null;
}
interface Label {
  city: string;
  time: string;
  target: number;
}
interface Example extends Label {
  pm25: number | null;
}

export async function knownAt(labels: Label[], readings: Reading[], toleranceHours: number) {
  const waiting = [...readings].sort((a, b) => +new Date(a.published) - +new Date(b.published));
  const known = new Map<string, Reading>();
  const examples: (Example & { age: number | null })[] = [];
  const order = labels.map((label, index) => ({ label, index }));
  order.sort((a, b) => +new Date(a.label.time) - +new Date(b.label.time));
  for (const { label, index } of order) {
    while (waiting[0] && new Date(waiting[0].published) <= new Date(label.time)) {
      const next = waiting.shift();
      const before = next && known.get(next.city);
      if (next && (!before || next.time >= before.time)) known.set(next.city, next);
    }
    const found = known.get(label.city);
    const age = found ? (+new Date(label.time) - +new Date(found.time)) / 3.6e6 : null;
    const pm25 = found && age !== null && age <= toleranceHours ? found.pm25 : null;
    examples[index] = { ...label, time: new Date(label.time).toISOString(), pm25, age };
  }
  return examples;
}

export function backtest(examples: Example[], from: string) {
  const sorted = [...examples].sort((a, b) => (a.time < b.time ? 1 : -1)).reverse();
  const cut = sorted.findIndex(({ time }) => time >= from);
  const [train, test] = [sorted.slice(0, cut), sorted.slice(cut)];
  let [count, sum, squares] = [0, 0, 0];
  const targets: Record<string, number[]> = {};
  for (const { city, target, pm25 } of train) {
    (targets[city] ??= []).push(target);
    if (pm25 === null) continue;
    count += 1;
    sum += pm25;
    squares += pm25 * pm25;
  }
  let [climatology, persistence] = [0, 0];
  for (const { city, target, pm25 } of test) {
    const list = targets[city] ?? [];
    const usual = list.reduce((a, b) => a + b) / list.length;
    climatology += Math.abs(target - usual) / test.length;
    persistence += Math.abs(target - (pm25 ?? usual)) / test.length;
  }
  const mean = sum / count;
  return {
    train: train.length,
    test: test.length,
    mean,
    deviation: Math.sqrt(squares / count - mean * mean),
    climatology,
    persistence,
  };
}
