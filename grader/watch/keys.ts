/** The part of `process.stdin` that reading keys needs. */
export interface KeySource {
  readonly isTTY?: boolean;
  readonly isRaw?: boolean;
  setRawMode?(raw: boolean): unknown;
  on(event: 'data', listener: (data: Buffer | string) => void): unknown;
  off(event: 'data', listener: (data: Buffer | string) => void): unknown;
  resume(): unknown;
  pause(): unknown;
}

/** What Ctrl-C and Ctrl-D send while the terminal hands keys over one at a time. */
const QUIT_KEYS = ['\u0003', '\u0004'] as const;

/**
 * Hands over keys one at a time. Without a terminal nothing is read and nothing is changed.
 *
 * @returns a function that puts the terminal back as it was; calling it twice is harmless
 */
export function readKeys(source: KeySource, onKey: (key: string) => void): () => void {
  if (source.isTTY !== true || source.setRawMode === undefined) return () => {};
  const wasRaw = source.isRaw === true;
  const listener = (data: Buffer | string): void => {
    const text = String(data);
    // An arrow or function key arrives as one escape sequence, not as letters.
    if (text.startsWith('\u001b')) return;
    for (const key of text) onKey(QUIT_KEYS.some((quit) => quit === key) ? 'q' : key.toLowerCase());
  };
  source.setRawMode(true);
  source.on('data', listener);
  source.resume();
  return () => {
    source.off('data', listener);
    source.setRawMode?.(wasRaw);
    source.pause();
  };
}
