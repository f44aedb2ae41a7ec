/** `writable` is false when `folder` is a temporary one because the repository is read-only. */
export interface StateFolder {
  readonly folder: string;
  readonly writable: boolean;
}
export interface Log {
  readonly path: string;
  readonly fd: number;
  write(text: string): void;
}
export function stateFolder(root: string, temporary?: string): StateFolder;
export function openLog(options: { folder: string; name: string; now: number }): Log;
