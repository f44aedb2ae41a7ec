import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { blocks, type DoctorFinding, type DoctorTools, ok, warn } from './finding.ts';

const PROBE_MS = 1_500;
const OPEN_METEO = 'https://air-quality-api.open-meteo.com';

/** Python, Jupyter, the kernel, the classroom API and the real one. */
export async function examineLab(tools: DoctorTools): Promise<DoctorFinding[]> {
  return Promise.all([python(tools), jupyter(tools), kernel(tools), classroom(tools), openMeteo(tools)]);
}

async function python({ run }: DoctorTools): Promise<DoctorFinding> {
  const commands = ['python3', 'python'];
  for (const command of commands) {
    const version = await run(command, ['--version']);
    if (!version?.startsWith('Python 3')) continue;
    const says = version.replace('Python ', '');
    return (await run(command, ['-c', 'import venv, ensurepip'])) !== undefined
      ? ok('Python', says)
      : warn('Python', `${says}, without the venv module`, 'Debian, Ubuntu: sudo apt install python3-venv');
  }
  return warn(
    'Python',
    'not found; JupyterLab needs it, grade does not',
    'Install Python 3, or use VS Code with its Jupyter extension',
  );
}

async function jupyter({ root, run }: DoctorTools): Promise<DoctorFinding> {
  const own = join(root, process.platform === 'win32' ? '.venv/Scripts/python.exe' : '.venv/bin/python');
  const hasOwn = existsSync(join(root, '.venv'));
  const lab = hasOwn ? await run(own, ['-m', 'jupyterlab', '--version']) : undefined;
  if (lab) return ok('Jupyter', `JupyterLab ${lab}`);
  for (const [name, command] of [
    ['JupyterLab', 'lab'],
    ['Jupyter Notebook', 'notebook'],
  ] as const) {
    const version = await run('jupyter', [command, '--version']);
    if (version) return ok('Jupyter', `${name} ${version}`);
  }
  return hasOwn
    ? warn('Jupyter', 'the one in .venv does not run', 'npm start repairs it')
    : warn('Jupyter', 'not found', 'npm start installs it, or use VS Code with its Jupyter extension');
}

async function kernel({ root }: DoctorTools): Promise<DoctorFinding> {
  const path = join(root, '.jupyter/kernels/airlab/kernel.json');
  const spec = readJson(path);
  if (spec === undefined) return warn('kernel', 'not registered', 'npm start registers it');
  const argv = 'argv' in spec && Array.isArray(spec.argv) ? spec.argv.map(String) : [];
  const gone = argv.slice(0, 2).filter((part) => !existsSync(part));
  if (argv.length === 0 || gone.length > 0)
    return blocks(
      'kernel',
      `registered, but ${gone.join(' and ') || 'its command'} is missing`,
      'npm start registers it anew',
    );
  return ok('kernel', 'registered in .jupyter/kernels/airlab');
}

async function classroom({ root, env, fetch }: DoctorTools): Promise<DoctorFinding> {
  const record = readJson(join(root, '.airlab/classroom.json'));
  const recorded = record && 'url' in record && typeof record.url === 'string' ? record.url : undefined;
  const url = env.AIRLAB_CLASSROOM_API_URL ?? recorded;
  if (url === undefined)
    return warn('classroom API', 'not running; grade does not need it', 'npm start, or npm run classroom');
  return (await answers(fetch, `${url}/health`)) === true
    ? ok('classroom API', `answers at ${url}`)
    : warn('classroom API', `was at ${url}, no answer now`, 'npm start, or npm run classroom');
}

async function openMeteo({ env, fetch }: DoctorTools): Promise<DoctorFinding> {
  const base = env.OPEN_METEO_AIR_QUALITY_API_URL ?? OPEN_METEO;
  const url = `${base}/v1/air-quality?latitude=55.64&longitude=12.08&current=pm2_5`;
  const outcome = await answers(fetch, url);
  if (outcome === true)
    return ok('Open-Meteo', base === OPEN_METEO ? 'reachable' : `asked at ${base}, which answers`);
  return warn(
    'Open-Meteo',
    `${outcome}; grading uses kept or simulated data`,
    'Nothing to do, or check the network and try again',
  );
}

async function answers(fetchUrl: typeof fetch, url: string): Promise<true | string> {
  try {
    const response = await fetchUrl(url, { signal: AbortSignal.timeout(PROBE_MS) });
    await response.body?.cancel();
    return response.ok ? true : `answers ${response.status}`;
  } catch (error) {
    return error instanceof Error && error.name === 'TimeoutError'
      ? `no answer in ${PROBE_MS / 1000} s`
      : 'not reachable';
  }
}

function readJson(path: string): object | undefined {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
