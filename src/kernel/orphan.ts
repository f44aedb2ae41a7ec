export interface ParentView {
  readonly ppid: () => number;
  readonly exists: (pid: number) => boolean;
}

/**
 * Calls `gone` once, when the process that started this one no longer runs: a kernel without its Jupyter would stay
 * for ever. Looks every `everyMs`.
 *
 * @returns stops looking.
 */
export function watchParent(view: ParentView, gone: () => void, everyMs = 1000): () => void {
  const parent = view.ppid();
  const timer = setInterval(() => {
    if (isSame(view, parent)) return;
    clearInterval(timer);
    gone();
  }, everyMs);
  timer.unref();
  return () => clearInterval(timer);
}

export const realParent: ParentView = {
  ppid: () => process.ppid,
  exists(pid) {
    try {
      process.kill(pid, 0);
      return true;
    } catch (error) {
      return error instanceof Error && 'code' in error && error.code === 'EPERM';
    }
  },
};

// On Linux and macOS an orphan gets a new parent; on Windows it keeps the old number.
function isSame(view: ParentView, parent: number): boolean {
  return view.ppid() === parent && view.exists(parent);
}
