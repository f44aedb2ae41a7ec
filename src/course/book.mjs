// `npm run book`: builds first, then hands over to book/book.ts.
import { prepare, root } from '../build/prepare.mjs';
import * as processes from '../build/run.mjs';
import { troubleText } from '../build/trouble.mjs';

const { warnings, log, progress } = await prepare({ name: 'book', goOn: true });
for (const warning of warnings) process.stderr.write(`${troubleText(warning)}\n`);
const { makeBook } = await import('../dist/book.js');
process.exitCode = await makeBook({ root, env: process.env, log, progress, processes });
