#!/usr/bin/env node
// Starts the built command line. Plain JavaScript without packages: it also runs when nothing is installed or built.
import { existsSync, readFileSync } from 'node:fs';

const from = (path) => new URL(path, import.meta.url);

if (!existsSync(from('../dist/cli.js')) || !existsSync(from('../../node_modules/.package-lock.json'))) {
  const message = 'airlab is not installed and built yet.';
  const hint = 'In its folder run: npm start (or: npm ci && npm run build)';
  const error = { code: 'NOT_BUILT', trouble: 'theirs', message, hint };
  if (process.argv.includes('--json'))
    console.log(JSON.stringify({ format: 'airlab-error-1', exitCode: 3, error }, null, 2));
  if (process.argv.includes('--notebook'))
    console.log(
      JSON.stringify({ text: `${message}\n${hint}\n`, html: `<p>${message} ${hint}</p>`, exitCode: 3 }),
    );
  console.error(`${message}\n${hint}`);
  process.exit(3);
}

// `grade list | head` closes the pipe early; that is no error.
process.stdout.on('error', (error) => process.exit(error.code === 'EPIPE' ? 0 : 70));

const { main } = await import('../dist/cli.js');
const { version } = JSON.parse(readFileSync(from('../package.json'), 'utf8'));
const code = await main(process.argv.slice(2), {
  env: process.env,
  cwd: process.cwd(),
  now: Date.now,
  stdin: () => process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  version,
});
process.exitCode = code;
// A kept-alive connection must not hold the prompt back once all text is written.
process.stdout.write('', () => process.stderr.write('', () => process.exit(code)));
