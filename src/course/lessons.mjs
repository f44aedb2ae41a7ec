// `npm run lessons`: builds first, then hands over. A type error elsewhere does not keep an author from trying a lesson.
import { prepare } from '../build/prepare.mjs';
import { troubleText } from '../build/trouble.mjs';

const { warnings } = await prepare({ name: 'lessons', goOn: true });
for (const warning of warnings) process.stderr.write(`${troubleText(warning)}\n`);
await import('../dist/lessons-main.js');
