// Runs a file of attacks in plain Node, to show that they work where there is no sandbox: a line for each that did.
const { writeSync } = require('node:fs');

const [, , file, skipped, args] = process.argv;
const attacks = require(file);

async function reaches(name) {
  try {
    const limit = new Promise((go) => setTimeout(go, 1_000));
    return Boolean(await Promise.race([attacks[name](JSON.parse(args)), limit]));
  } catch {
    return false;
  }
}

async function main() {
  process.on('uncaughtException', () => {});
  // Straight to the descriptor and at once: some attacks spoil the stream or end the process.
  for (const name of Object.keys(attacks).filter((name) => !skipped.split(',').includes(name)))
    if (await reaches(name)) writeSync(1, `\nreached ${name}\n`);
  process.exit(0);
}

void main();
