// Runs a file of attacks in plain Node, to show that they work where there is no sandbox. Prints the names of those that did.
const [, , file, skipped, args] = process.argv;
const attacks = require(file);

const done = async (name) => {
  try {
    const reached = await Promise.race([
      attacks[name](JSON.parse(args)),
      new Promise((go) => setTimeout(go, 1_000)),
    ]);
    return Boolean(reached);
  } catch {
    return false;
  }
};

(async () => {
  process.on('uncaughtException', () => {});
  const reached = [];
  for (const name of Object.keys(attacks))
    if (!skipped.split(',').includes(name) && (await done(name))) reached.push(name);
  // Straight to the descriptor: one of the attacks spoils the stream.
  require('node:fs').writeSync(1, `\nreached ${reached.join(' ')}\n`);
  process.exit(0);
})();
