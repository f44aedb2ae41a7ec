import type { StepTrouble } from '../build/trouble.mjs';
import { isNewEnough, type PythonFacts } from './python.ts';

// What to say when no Jupyter could be had: one sentence on what is missing, then the ways on.

const DEBIAN_NOTEBOOK = 'Debian, Ubuntu: sudo apt install jupyter-notebook';

/** Adds the way that needs no Jupyter of ours: VS Code with the kernel that is registered in the repository. */
export function withoutJupyter(kernels: string, { what, ways, log }: StepTrouble): StepTrouble {
  return {
    what,
    ways: [...ways, `VS Code with its Jupyter extension: JUPYTER_PATH=${kernels} code .`],
    log,
  };
}

export function noPython(): StepTrouble {
  return {
    what: 'Jupyter was not found, and no Python 3 to install it with.',
    ways: ['https://www.python.org/downloads (3.9 or newer), then npm start again', DEBIAN_NOTEBOOK],
  };
}

export function noVenvModule(python: PythonFacts): StepTrouble {
  const version = python.version.join('.');
  if (!isNewEnough(python))
    return {
      what: `JupyterLab needs Python 3.9 or newer; ${python.command} is ${version}.`,
      ways: ['https://www.python.org/downloads, then npm start again', DEBIAN_NOTEBOOK],
    };
  return {
    what: `Python ${version} has no venv or ensurepip module, so JupyterLab cannot be installed.`,
    ways: [`Debian, Ubuntu: sudo apt install python${version}-venv, then npm start again`, DEBIAN_NOTEBOOK],
  };
}

export function venvTrouble(python: PythonFacts): StepTrouble {
  return {
    what: `${python.command} -m venv .venv failed, so JupyterLab is not installed.`,
    ways: ['read the end of the log', 'remove the folder .venv, then npm start again', DEBIAN_NOTEBOOK],
  };
}

/** `output` is what pip printed. */
export function pipTrouble(output: string, exitCode: number): StepTrouble {
  if (/No space left/i.test(output))
    return { what: 'The disk is full: JupyterLab needs about 220 MB.', ways: ['free some space, npm start'] };
  if (/connection|ProxyError|timed out|resolve|No matching distribution|Retrying/i.test(output))
    return {
      what: 'pip could not reach the Python package index, so JupyterLab is not installed.',
      ways: [
        'npm start again when the network is back (only the first start needs it)',
        'a mirror in the classroom: PIP_INDEX_URL=http://HOST:PORT/simple npm start',
        DEBIAN_NOTEBOOK,
      ],
    };
  return {
    what: `pip install failed with exit code ${exitCode}, so JupyterLab is not installed.`,
    ways: ['read the end of the log', 'remove the folder .venv, then npm start again', DEBIAN_NOTEBOOK],
  };
}

export function readOnly(): StepTrouble {
  return {
    what: 'Jupyter was not found, and this folder is read-only, so it cannot be installed here.',
    ways: ['copy the folder: cp -r . ~/airlab && cd ~/airlab && npm start', DEBIAN_NOTEBOOK],
  };
}
