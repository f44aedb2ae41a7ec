import type { Ask } from './python.ts';

/** A Jupyter that can be started: `command` and its first arguments. */
export interface Jupyter {
  readonly kind: 'lab' | 'notebook';
  /** Installed by us in `.venv`, or found on PATH. */
  readonly origin: 'venv' | 'path';
  readonly command: readonly [string, ...string[]];
}

const OLDEST_LAB_MAJOR = 3;
const CANDIDATES: readonly Jupyter[] = [
  { kind: 'lab', origin: 'path', command: ['jupyter-lab'] },
  { kind: 'lab', origin: 'path', command: ['jupyter', 'lab'] },
  { kind: 'notebook', origin: 'path', command: ['jupyter-notebook'] },
  { kind: 'notebook', origin: 'path', command: ['jupyter', 'notebook'] },
];

/** The best Jupyter on PATH: JupyterLab 3 or newer, else Jupyter Notebook (Debian's too). */
export async function findJupyter(ask: Ask, env: NodeJS.ProcessEnv): Promise<Jupyter | undefined> {
  for (const candidate of CANDIDATES) {
    const [program, ...first] = candidate.command;
    const answer = await ask(program, [...first, '--version'], env);
    const major = Number(/^(\d+)\.\d+/m.exec(answer?.output ?? '')?.[1] ?? 0);
    if (answer?.exitCode !== 0 || major === 0) continue;
    if (candidate.kind === 'notebook' || major >= OLDEST_LAB_MAJOR) return candidate;
  }
  return undefined;
}

export interface JupyterPlace {
  readonly root: string;
  readonly port: number;
  /** Path below the root that opens first, with `/` between folders; undefined shows the file list. */
  readonly firstNotebook: string | undefined;
}

/** What stands on the command line; the token travels in the environment, where other users cannot see it. */
export function jupyterArguments({ kind }: Jupyter, { root, port, firstNotebook }: JupyterPlace): string[] {
  const common = ['--no-browser', `--port=${port}`, '--allow-root'];
  if (kind === 'lab')
    return [
      ...common,
      `--ServerApp.root_dir=${root}`,
      `--LabApp.default_url=/lab${firstNotebook ? `/tree/${firstNotebook}` : ''}`,
    ];
  const url = firstNotebook ? `/notebooks/${firstNotebook}` : '/tree';
  return [
    ...common,
    `--notebook-dir=${root}`,
    `--NotebookApp.default_url=${url}`,
    `--JupyterNotebookApp.default_url=${url}`,
  ];
}

/** Settings for every Jupyter we start: loopback only, no news, no update checks, our kernel first. */
export function jupyterConfig({ kind }: Jupyter, shell: string | undefined): object {
  const server = {
    ip: '127.0.0.1',
    port_retries: 0,
    open_browser: false,
    // Jupyter would start a login shell, whose profile sets PATH anew and loses grade.
    ...(shell ? { terminado_settings: { shell_command: [shell] } } : {}),
  };
  return {
    ServerApp: server,
    // Jupyter Notebook 6, which Debian has, knows no ServerApp.
    ...(kind === 'notebook' ? { NotebookApp: server } : {}),
    LabApp: {
      news_url: null,
      check_for_updates_class: 'jupyterlab.NeverCheckForUpdate',
      extension_manager: 'readonly',
    },
    LanguageServerManager: { autodetect: false },
    MultiKernelManager: { default_kernel_name: 'airlab' },
  };
}

/** Jupyter's own folders below `folder`, so that it needs no writable HOME. */
export function jupyterEnvironment(folder: string, token: string): NodeJS.ProcessEnv {
  return {
    JUPYTER_TOKEN: token,
    JUPYTER_CONFIG_DIR: `${folder}/config`,
    JUPYTER_DATA_DIR: `${folder}/data`,
    JUPYTER_RUNTIME_DIR: `${folder}/runtime`,
    JUPYTERLAB_SETTINGS_DIR: `${folder}/settings`,
    JUPYTERLAB_WORKSPACES_DIR: `${folder}/workspaces`,
    IPYTHONDIR: `${folder}/ipython`,
  };
}
