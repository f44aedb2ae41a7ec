import { readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import { airlabHome } from '../../home.ts';

/** One file that the server gives out under one path. */
export interface PageRoute {
  readonly path: string;
  /** Absolute. */
  readonly file: string;
  /** Content-Type. */
  readonly type: string;
}

/**
 * Nothing comes from elsewhere, and nothing runs that is not a file of ours. Charts draw by themselves: Vega interprets
 * its expressions instead of compiling them.
 */
export const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

const PAGES = {
  '/': 'student/student.html',
  '/board': 'board/board.html',
  '/console': 'console/console.html',
};

/** Built files of packages, by the name under which pages load them. */
const PACKAGES = {
  'look/preact.js': 'preact/dist/preact.mjs',
  'vega/vega.js': 'vega/build/vega.min.js',
  'vega/vega-lite.js': 'vega-lite/build/vega-lite.min.js',
  'vega/vega-embed.js': 'vega-embed/build/vega-embed.min.js',
};

/**
 * Everything that the pages consist of: the three pages, their styles and modules under `/assets/`, and the packages
 * that draw. Read once, when the server starts.
 *
 * @example pageRoutes().find(({ path }) => path === '/board')?.type // 'text/html; charset=utf-8'
 */
export function pageRoutes(home: string = airlabHome()): readonly PageRoute[] {
  const folder = join(home, 'grader/contest/pages');
  const assets = readdirSync(folder, { recursive: true })
    .map((name) => String(name).replaceAll('\\', '/'))
    .filter((name) => ['.css', '.js', '.svg'].includes(extname(name)));
  return [
    ...Object.entries(PAGES).map(([path, name]) => route(path, join(folder, name))),
    ...assets.map((name) => route(`/assets/${name}`, join(folder, name))),
    ...Object.entries(PACKAGES).map(([name, file]) =>
      route(`/assets/${name}`, join(home, 'node_modules', file)),
    ),
  ];
}

/** The built file of a package may end in `.mjs`; what counts is the name that the page asks for. */
const route = (path: string, file: string): PageRoute => ({
  path,
  file,
  type: TYPES[extname(path)] ?? TYPES[extname(file)] ?? 'application/octet-stream',
});
