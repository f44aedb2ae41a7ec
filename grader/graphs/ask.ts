import { spawn } from 'node:child_process';
import type { Outcome } from '../exercise.ts';
import type { BoxCommand } from '../sandbox/box.ts';
import type { Run } from '../sandbox/run.ts';

/** A statement of Cypher with its parameters. */
export interface Statement {
  readonly cypher: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** A graph, and what a text of Cypher is given when it is asked of it. */
export interface GraphQuestions {
  /** Makes the graph; each question gets a new one. */
  readonly script: readonly Statement[];
  /** By the id of the call that gave the text. */
  readonly params: Readonly<Record<string, Statement['params']>>;
}

/** What the engine's process reads. */
export interface Asked {
  readonly script: readonly Statement[];
  readonly questions: readonly (Statement & { readonly id: string })[];
}

/** A line that it writes. */
export type Reply =
  | { readonly id: string; readonly error: string }
  | { readonly id: string; readonly columns: readonly string[]; readonly rows: readonly GraphAnswerRow[] };

export type GraphAnswerRow = Readonly<Record<string, unknown>>;

/** The value of a call in the place of the Cypher that it gave. */
export interface GraphAnswer {
  readonly columns: readonly string[];
  readonly rows: readonly GraphAnswerRow[];
}

export interface AskOptions {
  readonly command: BoxCommand;
  /** For one process. @default 1_500 */
  readonly wallMs?: number;
}

const WALL_MS = 1_500;
const MOST_BYTES = 2_000_000;

/**
 * The calls of a run gave Cypher: asks the graph each of them in a process that can be ended, and puts the rows in the
 * place of the text. One that never ends is stopped; those after it are asked in another process.
 */
export async function askGraph(
  answered: Run,
  { script, params }: GraphQuestions,
  { command, wallMs = WALL_MS }: AskOptions,
): Promise<Run> {
  const outcomes = new Map(answered.outcomes);
  let open = [...answered.outcomes].flatMap(([id, outcome]) => {
    const cypher = outcome.kind === 'value' && typeof outcome.value === 'string' ? outcome.value.trim() : '';
    return cypher === '' ? [] : [{ id, cypher, params: params[id] ?? {} }];
  });
  while (open.length > 0) {
    const { replies, trouble } = await converse(command, { script, questions: open }, wallMs);
    for (const { id, ...said } of replies) outcomes.set(id, outcomeOf(said));
    const answeredIds = new Set(replies.map(({ id }) => id));
    const [stopped, ...later] = open.filter(({ id }) => !answeredIds.has(id));
    // The engine could not even be started: that is not the answer's fault.
    if (trouble?.kind === 'broken') return { ...answered, ending: { kind: 'broken', says: trouble.says } };
    const why = trouble?.says ?? 'the engine ended';
    // The same text would not end for other questions either.
    for (const { id, cypher } of open)
      if (stopped && (id === stopped.id || (cypher === stopped.cypher && !answeredIds.has(id))))
        outcomes.set(id, { kind: 'unfinished', why });
    open = later.filter(({ cypher }) => cypher !== stopped?.cypher);
  }
  return { ...answered, outcomes };
}

type Said = Reply extends infer One ? (One extends { id: string } ? Omit<One, 'id'> : never) : never;

function outcomeOf(said: Said): Outcome {
  return 'error' in said
    ? { kind: 'threw', name: 'Cypher', message: said.error }
    : { kind: 'value', value: { columns: said.columns, rows: said.rows } satisfies GraphAnswer };
}

interface Conversation {
  readonly replies: readonly Reply[];
  readonly trouble?: { readonly kind: 'stopped' | 'broken'; readonly says: string };
}

function converse({ command, args }: BoxCommand, asked: Asked, wallMs: number): Promise<Conversation> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { env: { TZ: 'UTC' }, stdio: ['pipe', 'pipe', 'pipe'] });
    const said: Buffer[] = [];
    const state: { bytes: number; why?: string; complains: string } = { bytes: 0, complains: '' };
    const stop = (why: string): void => {
      state.why ??= why;
      child.kill('SIGKILL');
    };
    const timer = setTimeout(() => stop(`it did not end within ${wallMs / 1000} s and was stopped`), wallMs);
    child.stdin.on('error', () => {}); // it ended before it read all
    child.stdin.end(JSON.stringify(asked));
    child.stdout.on('data', (chunk: Buffer) => {
      state.bytes += chunk.length;
      if (state.bytes > MOST_BYTES) stop('it gave more than 2 MB');
      else said.push(chunk);
    });
    child.stderr.on('data', (chunk: Buffer) => {
      state.complains = (state.complains + chunk).slice(-500);
    });
    child.on('error', ({ message }) => {
      clearTimeout(timer);
      resolve({
        replies: [],
        trouble: { kind: 'broken', says: `the graph engine did not start: ${message}` },
      });
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      const replies = repliesIn(Buffer.concat(said).toString());
      if (replies.length === asked.questions.length) resolve({ replies });
      else if (state.why !== undefined || code !== 1)
        resolve({
          replies,
          trouble: { kind: 'stopped', says: state.why ?? 'it needed too much memory or time' },
        });
      else
        resolve({
          replies,
          trouble: { kind: 'broken', says: `the graph engine failed: ${state.complains}` },
        });
    });
  });
}

/** Whole lines only: the last one may have been cut. */
function repliesIn(text: string): readonly Reply[] {
  return text
    .split('\n')
    .slice(0, -1)
    .map((line): Reply => JSON.parse(line));
}
