import { writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { isMainThread, Worker } from 'node:worker_threads';
import { startChannels } from './channels.ts';
import type { ChannelsData } from './messages.ts';
import { startRunner } from './runner.ts';

/** Starts a Jupyter kernel: `node kernel.js --config-path CONNECTION_FILE`. */
function startKernel(connectionFile: string | undefined): void {
  if (!connectionFile) {
    process.stderr.write('Jupyter starts this program: node kernel.js --config-path CONNECTION_FILE\n');
    process.exit(2);
  }
  const tslab = dirname(require.resolve('tslab/package.json'));
  const phase = new SharedArrayBuffer(4);
  new Int32Array(phase)[0] = 1;
  const data: ChannelsData = { connectionFile, tslab, phase };
  const channels = new Worker(__filename, { workerData: data });
  const end = startRunner({ channels, tslabFolder: tslab, phase: new Int32Array(phase) });
  channels.on('error', (error) => {
    writeSync(process.stderr.fd, `The kernel lost its channels: ${error.message}\n`);
    end(70);
  });
}

if (isMainThread) startKernel(process.argv[process.argv.indexOf('--config-path') + 1]);
else void startChannels();
