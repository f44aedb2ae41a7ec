import { existsSync, statSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { compileStep } from '../../src/build/compile.mjs';
import { installStep } from '../../src/build/install.mjs';
import { blocks, type DoctorFinding, type DoctorTools, ok, warn } from './finding.ts';

const OLDEST_NODE = [20, 19] as const;
const LOW_DISK_MB = 500;
const FULL_DISK_MB = 20;

/** Node, npm, packages, the build and the disk. */
export async function examineMachine(tools: DoctorTools): Promise<DoctorFinding[]> {
  return [
    nodeVersion(process.versions.node),
    await npm(tools),
    packages(tools),
    built(tools),
    await disk(tools),
  ];
}

/** @example nodeVersion('18.1.0').state // 'blocks' */
export function nodeVersion(version: string): DoctorFinding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isNew = major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1]);
  return isNew
    ? ok('Node', version)
    : blocks('Node', `${version}, but 20.19 or newer is needed`, 'Install Node from https://nodejs.org');
}

async function npm({ run }: DoctorTools): Promise<DoctorFinding> {
  const version = await run(process.platform === 'win32' ? 'npm.cmd' : 'npm', ['--version']);
  return version
    ? ok('npm', version)
    : warn(
        'npm',
        'not found; installing will not work',
        'Install Node from https://nodejs.org, npm comes with it',
      );
}

function packages({ home }: DoctorTools): DoctorFinding {
  const installed = modified(join(home, 'node_modules/.package-lock.json'));
  if (installed === undefined) return blocks('packages', 'not installed', 'npm start, or npm ci');
  return installStep(home).needed
    ? blocks('packages', 'some are missing or older than wanted', 'npm start, or npm ci')
    : ok('packages', `installed ${new Date(installed).toISOString().slice(0, 16)}Z`);
}

function built({ home }: DoctorTools): DoctorFinding {
  const missing = ['src/dist/index.js', 'grader/dist/cli.js', 'grader/dist/sandbox-child.cjs'].filter(
    (path) => !existsSync(join(home, path)),
  );
  if (missing.length > 0) return blocks('build', `missing: ${missing.join(', ')}`, 'npm run build');
  return compileStep(home).needed
    ? warn('build', 'not made of the sources as they are now', 'npm run build')
    : ok('build', 'complete');
}

async function disk({ root }: DoctorTools): Promise<DoctorFinding> {
  const { bavail, bsize } = await statfs(root);
  const freeMb = Math.round((bavail * bsize) / 1_000_000);
  const says = freeMb > 10_000 ? `${Math.round(freeMb / 1000)} GB free` : `${freeMb} MB free`;
  if (freeMb < FULL_DISK_MB)
    return blocks('disk', says, 'Free some space; progress and snapshots cannot be kept');
  return freeMb < LOW_DISK_MB ? warn('disk', says, 'Free some space') : ok('disk', says);
}

const modified = (path: string): number | undefined => statSync(path, { throwIfNoEntry: false })?.mtimeMs;
