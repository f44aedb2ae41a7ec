// Makes a clone ready to run: right Node, installed packages, fresh build.
// Plain JavaScript that old Nodes can parse and that needs no package, because nothing is installed or built when it starts.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { compileStep } from './compile.mjs';
import { installStep } from './install.mjs';
import { exclusively } from './lock.mjs';
import { openLog, stateFolder } from './log.mjs';
import { nodeTrouble } from './node-version.mjs';
import { createProgress } from './progress.mjs';
import { diskTrouble, troubleText } from './trouble.mjs';

export const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

const EXIT = { outside: 3, ours: 70 };

/**
 * Installs packages when the lock file asks for others than are installed, builds when the sources are not those of the
 * build. Prints what failed and ends the process (3: something outside, 70: our build), unless `goOn` is set and an
 * older installation or build can still run: then it returns the trouble as a warning.
 */
export async function prepare({ name = 'prepare', goOn = false } = {}) {
  const old = nodeTrouble(process.versions.node, process.execPath);
  if (old) leave(old, EXIT.outside);
  const tools = openTools(name);
  const warnings = [];
  for (const makeStep of [installStep, compileStep]) {
    const step = makeStep(root);
    if (!step.needed) continue;
    const trouble = tools.state.writable ? await runStep(makeStep, tools) : readOnlyTrouble(step);
    if (!trouble) continue;
    if (!goOn || !existsSync(step.usable))
      leave(trouble, tools.state.writable ? EXIT[step.exit] : EXIT.outside);
    warnings.push(trouble);
  }
  return { ...tools, warnings };
}

function openTools(name) {
  try {
    const state = stateFolder(root);
    const log = openLog({ folder: state.folder, name, now: Date.now() });
    const progress = createProgress({
      write: (text) => void process.stderr.write(text),
      terminal: process.stderr.isTTY === true,
    });
    return { state, log, progress, alone: (work) => alone({ state, progress }, work) };
  } catch (error) {
    return leave(
      diskTrouble(error) || { what: error.message, ways: ['read what it says, then try again'] },
      EXIT.outside,
    );
  }
}

// Another command may do the same step at this moment; after waiting for it nothing is left to do.
function runStep(makeStep, tools) {
  return tools.alone(async () => {
    const step = makeStep(root);
    try {
      return step.needed ? await step.run(tools) : undefined;
    } catch (error) {
      const trouble = diskTrouble(error);
      if (trouble) return trouble;
      throw error;
    }
  });
}

async function alone({ state, progress }, work) {
  let step;
  const waiting = () => {
    step = step || progress.step('Waiting for another airlab command that installs or builds');
  };
  return exclusively({ path: join(state.folder, 'prepare.lock'), waiting }, () => {
    if (step) step.end('done');
    return work();
  });
}

function readOnlyTrouble(step) {
  return {
    what: `This folder is read-only: ${step.label.toLowerCase()} was not possible (${root}).`,
    ways: ['copy it to a folder of yours: cp -r . ~/airlab && cd ~/airlab && npm start'],
  };
}

function leave(trouble, exitCode) {
  process.stderr.write(`${troubleText(trouble)}\n`);
  process.exit(exitCode);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  prepare().catch((error) => {
    process.stderr.write(`${error.stack}\n`);
    process.exit(EXIT.ours);
  });
