import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';

const page = (name: string): string => join(import.meta.dirname, 'page', name);
/** The file of a package that is made for browsers. */
const built = (name: string): string =>
  join(import.meta.dirname, '../../node_modules', name, 'build', `${name}.min.js`);

/** Everything that a page loads, from this computer: nothing breaks when the network does. */
const ASSETS = [
  { name: 'style.css', file: page('style.css'), type: 'text/css; charset=utf-8' },
  { name: 'charts.js', file: page('charts.js'), type: 'text/javascript; charset=utf-8' },
  { name: 'specs.js', file: page('specs.js'), type: 'text/javascript; charset=utf-8' },
  { name: 'icon.svg', file: page('icon.svg'), type: 'image/svg+xml' },
  { name: 'vega.js', file: built('vega'), type: 'text/javascript; charset=utf-8' },
  { name: 'vega-lite.js', file: built('vega-lite'), type: 'text/javascript; charset=utf-8' },
  { name: 'vega-embed.js', file: built('vega-embed'), type: 'text/javascript; charset=utf-8' },
];

/**
 * Serves style, scripts and icon under `/assets/`. Files are read when they are asked for: change one, reload, and look.
 * Packages change only with an installation, so a browser may keep them for a while.
 */
export function serveAssets(app: FastifyInstance): void {
  for (const { name, file, type } of ASSETS) {
    const keep = name.startsWith('vega') ? 'max-age=600' : 'no-cache';
    app.get(`/assets/${name}`, async (_request, reply) =>
      reply
        .type(type)
        .header('cache-control', keep)
        .send(await readFile(file)),
    );
  }
}
