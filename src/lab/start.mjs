// `npm start`. Plain JavaScript that needs no package: it installs and builds first, then hands over to lab.ts.
import { nodeTrouble } from '../build/node-version.mjs';
import { diskTrouble, troubleText } from '../build/trouble.mjs';

const EXIT = { ok: 0, usage: 2, outside: 3, ours: 70 };

const start = async (args) => {
  const startedAt = Date.now();
  const old = nodeTrouble(process.versions.node, process.execPath);
  if (old) {
    process.stderr.write(`${troubleText(old)}\n`);
    return EXIT.outside;
  }
  const { optionsFromNpm, readOptions, usage } = await import('./options.mjs');
  const options = explained(() => readOptions([...optionsFromNpm(process.env), ...args]), usage);
  if (!options) return EXIT.usage;
  if (options.help) {
    process.stdout.write(`${usage}\n`);
    return EXIT.ok;
  }
  const { prepare, root } = await import('../build/prepare.mjs');
  const prepared = await prepare({ name: 'start', goOn: true });
  const processes = await import('../build/run.mjs');
  const { openLab } = await import('../dist/lab.js');
  return openLab({ root, startedAt, env: process.env, processes, ...options, ...prepared });
};

const explained = (read, usage) => {
  try {
    return read();
  } catch (error) {
    process.stderr.write(`✗ ${error.message}\n\n${usage}\n`);
    return undefined;
  }
};

start(process.argv.slice(2)).then(
  (exitCode) => process.exit(exitCode),
  (error) => {
    const trouble = diskTrouble(error);
    process.stderr.write(
      `${trouble ? troubleText(trouble) : `✗ npm start failed by an error of ours.\n${error.stack}`}\n`,
    );
    process.exit(trouble ? EXIT.outside : EXIT.ours);
  },
);
