import type { Command } from './context.ts';

/** One option of a command, as `node:util` parses it and as the help shows it. */
export interface OptionSpec {
  readonly type: 'string' | 'boolean';
  /** Name of the value in the help, for example `FILE`. */
  readonly value?: string;
  readonly says: string;
}

/** One command: its grammar, its help and where its code is. */
export interface CommandSpec {
  readonly usage: string;
  readonly says: string;
  readonly options: Readonly<Record<string, OptionSpec>>;
  /** Most words after the verb. */
  readonly words: number;
  readonly load: () => Promise<{ readonly run: Command }>;
}

const JSON_OPTION = { type: 'boolean', says: 'print the result as JSON' } as const;

/** Options that every command takes. */
export const everywhere: Readonly<Record<string, OptionSpec>> = {
  'no-color': { type: 'boolean', says: 'no colour' },
  debug: { type: 'boolean', says: 'show the trace when airlab itself fails' },
  help: { type: 'boolean', says: 'this text' },
  version: { type: 'boolean', says: 'the version of airlab' },
};

/** `grade NAME`, the command without a verb. */
export const gradeCommand: CommandSpec = {
  usage: 'NAME',
  says: 'grade your answer in exercises/NAME.ts or NAME.ipynb',
  words: 1,
  options: {
    file: { type: 'string', value: 'PATH', says: 'grade this .ts file or notebook instead' },
    live: { type: 'boolean', says: 'data of this moment, or fail' },
    offline: { type: 'boolean', says: 'kept or simulated data; asks no server' },
    snapshot: { type: 'string', value: 'FILE', says: 'data of this snapshot' },
    watch: { type: 'boolean', says: 'grade again on every save' },
    json: JSON_OPTION,
    junit: { type: 'string', value: 'FILE', says: 'also write JUnit XML' },
    notebook: { type: 'boolean', says: 'print { text, html, exitCode } as JSON' },
    seed: { type: 'string', value: 'N', says: 'seed of the changed data, 1 when left out' },
  },
  load: () => import('./grade.ts'),
};

/** The verbs, in the order of the help. */
export const commands: Readonly<Record<string, CommandSpec>> = {
  start: {
    usage: 'start NAME',
    says: 'start the practice clock, or see what is left',
    words: 1,
    options: { again: { type: 'boolean', says: 'start it from the beginning' } },
    load: () => import('./start.ts'),
  },
  list: {
    usage: 'list',
    says: 'your progress in every exercise and lesson',
    words: 0,
    options: {
      mistakes: { type: 'boolean', says: 'also which mistakes were met in the lessons' },
      json: JSON_OPTION,
    },
    load: () => import('./list.ts'),
  },
  hint: {
    usage: 'hint NAME [PART]',
    says: 'the next hint, one at a time',
    words: 2,
    options: {},
    load: () => import('./hint.ts'),
  },
  reset: {
    usage: 'reset NAME',
    says: 'put the starter back; your file is kept as a backup',
    words: 1,
    options: {},
    load: () => import('./reset.ts'),
  },
  solution: {
    usage: 'solution NAME',
    says: 'read the model, after a try or the bell',
    words: 1,
    options: {},
    load: () => import('./solution.ts'),
  },
  replay: {
    usage: 'replay NAME TRIAL',
    says: 'one hidden case again, with its data',
    words: 2,
    options: {
      file: { type: 'string', value: 'PATH', says: 'run this .ts file or notebook instead' },
      json: JSON_OPTION,
    },
    load: () => import('./replay.ts'),
  },
  record: {
    usage: 'record',
    says: 'take a snapshot of the live data',
    words: 0,
    options: {
      from: { type: 'string', value: 'URL', says: 'ask this server instead of Open-Meteo' },
      out: { type: 'string', value: 'FILE', says: 'write it to this file' },
    },
    load: () => import('./record.ts'),
  },
  join: {
    usage: 'join CODE',
    says: 'take a seat in a competition; the code is on the board',
    words: 1,
    options: {
      name: { type: 'string', value: 'NICK', says: 'your nickname' },
      pin: { type: 'string', value: 'PIN', says: "the instructor's, to come back on another machine" },
    },
    load: () => import('./join.ts'),
  },
  submit: {
    usage: 'submit NAME',
    says: 'hand your answer in; the best one counts',
    words: 1,
    options: {
      file: { type: 'string', value: 'PATH', says: 'hand in this .ts file or notebook' },
      waiting: { type: 'boolean', says: 'only send what waits here, as soon as there is a link' },
    },
    load: () => import('./submit.ts'),
  },
  compete: {
    usage: 'compete NAME',
    says: 'serve a timed competition to the room',
    words: 1,
    options: {
      minutes: { type: 'string', value: 'N', says: 'length of the race, 15 when left out' },
      freeze: { type: 'string', value: 'N', says: 'minutes before the end when the board stands still' },
      workers: { type: 'string', value: 'N', says: 'grading processes here; 0 leaves it to others' },
      port: { type: 'string', value: 'N', says: 'port to serve at, 8790 when free' },
      host: { type: 'string', value: 'IP', says: 'address to listen at, all when left out' },
      database: { type: 'string', value: 'URL', says: 'a PostgreSQL instead of the one that airlab brings' },
      live: { type: 'boolean', says: 'data of this moment, or fail' },
      offline: { type: 'boolean', says: 'kept or simulated data; asks no server' },
      snapshot: { type: 'string', value: 'FILE', says: 'data of this snapshot' },
      rehearse: { type: 'string', value: 'N', says: 'a race of N bots with mishaps; says what held' },
      'weak-sandbox': { type: 'boolean', says: 'grade here although walls are missing' },
      new: { type: 'boolean', says: 'a new one, also when one was left unfinished' },
      'no-browser': { type: 'boolean', says: 'does not open the console' },
    },
    load: () => import('./compete.ts'),
  },
  verify: {
    usage: 'verify FILE',
    says: 'check the signed journal of a competition',
    words: 1,
    options: {},
    load: () => import('./verify.ts'),
  },
  worker: {
    usage: 'worker',
    says: 'grade the submissions of a competition',
    words: 0,
    options: {
      database: { type: 'string', value: 'URL', says: 'its PostgreSQL; DATABASE_URL when left out' },
    },
    load: () => import('./worker.ts'),
  },
  doctor: {
    usage: 'doctor',
    says: 'what is installed, what is reachable, what blocks',
    words: 0,
    options: { json: JSON_OPTION },
    load: () => import('./doctor.ts'),
  },
};
