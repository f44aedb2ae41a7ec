export function exclusively<T>(
  lock: { readonly path: string; readonly waiting?: (pid: number) => void },
  work: () => Promise<T> | T,
): Promise<T>;
