import { createServer } from 'node:net';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { nextFreePort, type PortState, portOnLoopback } from '../../lab/ports.ts';

const only =
  (free: readonly number[]) =>
  async (port: number): Promise<PortState> =>
    free.includes(port) ? 'free' : 'taken';

test('next :: the first when it is free, else the next one', async () => {
  assert.is(await nextFreePort({ first: 8888, check: only([8888, 8889]) }), 8888);
  assert.is(await nextFreePort({ first: 8888, check: only([8890]) }), 8890);
});

test('next :: not the one that another is about to use', async () => {
  assert.is(await nextFreePort({ first: 8787, check: only([8787, 8788]), except: 8787 }), 8788);
});

test('next :: none within the tries, or below the highest port', async () => {
  assert.is(await nextFreePort({ first: 8888, check: only([8891]), tries: 3 }), undefined);
  const asked: number[] = [];
  const check = async (port: number): Promise<PortState> => {
    asked.push(port);
    return 'forbidden';
  };
  assert.is(await nextFreePort({ first: 65_534, check }), undefined);
  assert.equal(asked, [65_534, 65_535]);
});

test('loopback :: a port in use is taken, and free afterwards', async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
  assert.is(await portOnLoopback(port), 'taken');
  await new Promise((resolve) => server.close(resolve));
  assert.is(await portOnLoopback(port), 'free');
});

test.run();
