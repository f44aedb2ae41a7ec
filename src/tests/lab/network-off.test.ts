import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { canSwitchNetworkOff, runWithoutNetwork } from '../../lab/network-off.ts';

test('network off :: only Linux knows how', () => {
  for (const platform of ['darwin', 'win32'] as const) assert.not(canSwitchNetworkOff(platform));
});

if (canSwitchNetworkOff(process.platform))
  test('network off :: only loopback is left, the exit code is handed on', async () => {
    const code = 'process.exit(Object.keys(require("node:os").networkInterfaces()).join() === "lo" ? 7 : 1)';
    assert.is(await runWithoutNetwork(process.execPath, ['-e', code], process.env), 7);
  });
else console.log('skipped: bubblewrap is missing or may not be used here');

test.run();
