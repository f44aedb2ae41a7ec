import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The address of a classroom API that `npm start` or `npm run classroom` left in `.airlab/classroom.json`, in the folder
 * or above it. Only an address of this computer counts, because anybody may have written the file.
 */
export function classroomUrlNear(folder: () => string): string | undefined {
  try {
    for (let at = folder(), above = dirname(at); ; at = above, above = dirname(at)) {
      const url = recordedUrl(join(at, '.airlab', 'classroom.json'));
      if (url || above === at) return url;
    }
  } catch {
    return undefined; // the folder is gone
  }
}

function recordedUrl(path: string): string | undefined {
  try {
    const record: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (typeof record !== 'object' || record === null || !('url' in record)) return undefined;
    const url = String(record.url);
    return /^http:\/\/(127\.0\.0\.1|localhost|\[::1\]):\d+$/.test(url) ? url : undefined;
  } catch {
    return undefined; // no such file, or it may not be read (Node's permission model)
  }
}
