import { delimiter, dirname, join } from 'node:path';

/** The variables that point every Open-Meteo client to another base, one per service. */
const BASE_VARIABLES = [
  'OPEN_METEO_AIR_QUALITY_API_URL',
  'OPEN_METEO_API_URL',
  'OPEN_METEO_ARCHIVE_API_URL',
  'OPEN_METEO_GEOCODING_API_URL',
] as const;

/** What npm tells its scripts; in a terminal of JupyterLab it would mislead the next npm. */
const NPM_OWN =
  /^(npm_(lifecycle|package)_.*|npm_command|npm_execpath|npm_node_execpath|npm_config_local_prefix|INIT_CWD)$/i;

export interface Surroundings {
  readonly root: string;
  readonly nodePath: string;
  /** Folder that holds `kernels/airlab`. */
  readonly kernels: string;
  /** Base URL of the classroom API, undefined when it does not run. */
  readonly classroomUrl: string | undefined;
  /** Send every client to the classroom API, `grade` included. */
  readonly offline: boolean;
}

/** The environment of everything in the lab: `grade` and this Node on PATH, our kernel known, the classroom API's address. */
export function labEnvironment(env: NodeJS.ProcessEnv, lab: Surroundings): NodeJS.ProcessEnv {
  const kept = Object.entries(env).filter(([name]) => !NPM_OWN.test(name));
  const pathName = kept.find(([name]) => name.toUpperCase() === 'PATH')?.[0] ?? 'PATH';
  const result: NodeJS.ProcessEnv = {
    ...Object.fromEntries(kept),
    [pathName]: pathWith(env[pathName] ?? '', lab),
    AIRLAB_ROOT: lab.root,
    JUPYTER_PATH: [lab.kernels, env.JUPYTER_PATH].filter(Boolean).join(delimiter),
  };
  if (!lab.classroomUrl) return result;
  result.AIRLAB_CLASSROOM_API_URL = lab.classroomUrl;
  if (lab.offline) for (const name of BASE_VARIABLES) result[name] = lab.classroomUrl;
  return result;
}

function pathWith(path: string, { root, nodePath }: Surroundings): string {
  const folders = path.split(delimiter).filter(Boolean);
  const bin = join(root, 'node_modules', '.bin');
  const node = dirname(nodePath);
  const added = folders.includes(node) ? [bin] : [bin, node];
  return [...added, ...folders.filter((folder) => folder !== bin)].join(delimiter);
}
