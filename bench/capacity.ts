import type { Figures } from './all.ts';

/** Processor time of one complete grading of a right answer, and what it costs to accept one; measured, 2 cores. */
const GRADING_S = 0.8;
/** Between two submissions of one person, so a queue never holds more than one of each. */
const RACE_S = 900;
const PER_STUDENT = 3;

interface Race {
  readonly students: number;
  readonly cores: number;
}

interface Wait {
  readonly p95S: number;
  /** After the bell, until the last verdict. */
  readonly drainS: number;
}

/**
 * What would happen in larger rooms: submissions by a simulated clock, each taking one core for as long as a grading was
 * measured to take, first come first served. Half of the third ones come in the last minute. It simulates the queue
 * alone, not the database or the network.
 */
export async function bench(): Promise<Figures> {
  const races: readonly Race[] = [
    { students: 60, cores: 2 },
    { students: 1_000, cores: 2 },
    { students: 1_000, cores: 4 },
    { students: 1_000, cores: 8 },
    { students: 10_000, cores: 16 },
    { students: 10_000, cores: 32 },
    { students: 10_000, cores: 80 },
    { students: 1_000_000, cores: 1_600 },
    { students: 1_000_000, cores: 3_200 },
    { students: 1_000_000, cores: 8_000 },
  ];
  return {
    name: `simulated rooms (${PER_STUDENT} submissions each in 15 minutes, ${GRADING_S} s of a core for a grading)`,
    rows: races.map((race) => {
      const { p95S, drainS } = simulate(race);
      return {
        label: `${race.students.toLocaleString('en')} students, ${race.cores.toLocaleString('en')} cores`,
        value: `verdict p95 ${p95S.toFixed(1)} s, last verdict ${Math.max(0, drainS).toFixed(0)} s after the bell`,
      };
    }),
  };
}

function simulate({ students, cores }: Race): Wait {
  const random = generator(1);
  const arrivals = new Float64Array(students * PER_STUDENT);
  for (let index = 0; index < arrivals.length; index += 1) {
    const isLast = index % PER_STUDENT === PER_STUDENT - 1 && random() < 0.5;
    arrivals[index] = isLast ? RACE_S - 60 * random() : 180 + (RACE_S - 180) * random();
  }
  arrivals.sort();
  // With equal service times the core that was taken first is free first.
  const free = new Float64Array(cores);
  const waits = new Float64Array(arrivals.length);
  const end = { atS: 0 };
  arrivals.forEach((arrival, index) => {
    const core = index % cores;
    const doneS = Math.max(arrival, free[core] ?? 0) + GRADING_S;
    free[core] = doneS;
    waits[index] = doneS - arrival;
    end.atS = Math.max(end.atS, doneS);
  });
  waits.sort();
  return { p95S: waits[Math.ceil(waits.length * 0.95) - 1] ?? 0, drainS: end.atS - RACE_S };
}

/** Mulberry32: the same numbers every time. */
function generator(seed: number): () => number {
  const state = { value: seed };
  return () => {
    state.value = (state.value + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state.value ^ (state.value >>> 15), 1 | state.value);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
