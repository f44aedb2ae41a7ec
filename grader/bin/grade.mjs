#!/usr/bin/env node
try {
  await import('../dist/cli.js');
} catch (e) {
  console.error(e);
  process.exit(70);
}
