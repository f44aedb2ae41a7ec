import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readSnapshot } from '../../src/classroom/snapshot-file.ts';
import { isAirlabError } from '../../src/errors.ts';
import { journalPath, readJournal } from '../practice/journal.ts';
import { duration } from '../report/circumstances.ts';
import { blocks, type DoctorFinding, type DoctorTools, ok, warn } from './finding.ts';

/** The walls of the sandbox, as the grader found them. */
export interface Walls {
  readonly layers: readonly string[];
  readonly warning?: string;
}

/** The sandbox, the kept snapshots, the exercises and the journal of practice. */
export function examineGrading(
  tools: DoctorTools,
  walls: Walls,
  exercises: readonly string[],
): DoctorFinding[] {
  return [sandbox(walls), snapshots(tools), starters(tools, exercises), folder(tools), journal(tools)];
}

function sandbox({ layers, warning }: Walls): DoctorFinding {
  const says = layers.join(', ') || 'no walls';
  if (layers.length === 0) return blocks('sandbox', says, 'Grade only code that you wrote yourself');
  return warning === undefined ? ok('sandbox', says) : warn('sandbox', says, warning);
}

function snapshots({ root, now }: DoctorTools): DoctorFinding {
  const where = join(root, '.airlab/snapshots');
  const names = existsSync(where) ? readdirSync(where).filter((name) => /^\d{4}-.*\.json$/.test(name)) : [];
  const read = names.map((name) => ({ name, taken: takenAt(join(where, name)) }));
  const broken = read.filter(({ taken }) => taken === undefined).map(({ name }) => name);
  const newest = Math.max(...read.map(({ taken }) => taken ?? Number.NEGATIVE_INFINITY));
  const age = Number.isFinite(newest) ? `, the newest ${duration(now() - newest)} old` : '';
  const says = `${names.length - broken.length} kept${age}`;
  if (broken.length > 0)
    return warn('snapshots', `${says}; unreadable: ${broken.join(', ')}`, `Delete them in ${where}`);
  return names.length > 0
    ? ok('snapshots', says)
    : warn('snapshots', 'none kept; offline means simulated data', 'grade record, with a network');
}

function takenAt(path: string): number | undefined {
  try {
    return Date.parse(readSnapshot(path).takenAt);
  } catch (error) {
    if (!isAirlabError(error)) throw error;
    return undefined;
  }
}

function starters({ root, home }: DoctorTools, exercises: readonly string[]): DoctorFinding {
  const without = exercises.filter((name) => !existsSync(join(home, 'grader/starters', `${name}.ts`)));
  if (without.length > 0)
    return warn('exercises', `no starter kept for ${without.join(', ')}`, 'git checkout -- grader/starters');
  const gone = exercises.filter((name) =>
    ['.ts', '.ipynb'].every((ending) => !existsSync(join(root, 'exercises', name + ending))),
  );
  return gone.length === 0
    ? ok('exercises', `${exercises.length} to grade`)
    : warn('exercises', `missing: ${gone.join(', ')}`, `grade reset ${gone[0]}`);
}

function folder({ root }: DoctorTools): DoctorFinding {
  const own = join(root, '.airlab');
  try {
    accessSync(existsSync(own) ? own : root, constants.W_OK);
    return ok('folder', `${root} is writable`);
  } catch {
    return warn(
      'folder',
      `${own} is not writable: grading works, progress is not kept`,
      'Copy the repository to a folder of yours',
    );
  }
}

function journal({ root }: DoctorTools): DoctorFinding {
  const path = journalPath(root);
  const { events, brokenLines } = readJournal(path);
  if (brokenLines === 0) return ok('progress', `${events.length} events kept`);
  const lines = brokenLines === 1 ? '1 unreadable line is' : `${brokenLines} unreadable lines are`;
  return warn(
    'progress',
    `${events.length} events kept; ${lines} skipped`,
    `Nothing is lost but that; the file is ${path}`,
  );
}
