// Each function would take a machine down. The comment before it names the limit that ends it.
const fs = require('node:fs');

// cpu wall
exports.loop = () => {
  for (;;);
};
// cpu wall
exports.microtasks = async () => {
  for (;;) await null;
};
// cpu wall
exports.ticks = () => {
  const again = () => process.nextTick(again);
  again();
};
// cpu wall
exports.immediates = () =>
  new Promise(() => {
    const again = () => setImmediate(again);
    again();
  });
// cpu wall
exports.expression = () => /^(a+)+$/.test(`${'a'.repeat(40)}b`);
// memory wall
exports.heap = () => {
  const all = [];
  for (;;) all.push(new Array(1e5).fill(Math.random()));
};
// memory wall
exports.buffers = () => {
  const all = [];
  for (;;) all.push(Buffer.alloc(5e7, 1));
};
// memory wall
exports.buffersSlowly = async () => {
  const all = [];
  for (;;) {
    all.push(Buffer.alloc(1e7, 1));
    await new Promise((resolve) => setImmediate(resolve));
  }
};
// memory cpu wall
exports.wasmMemory = () => {
  const all = [];
  for (;;) {
    const memory = new WebAssembly.Memory({ initial: 1_000 });
    new Uint8Array(memory.buffer).fill(1);
    all.push(memory);
  }
};
// output memory
exports.output = () => {
  for (;;) console.log('x'.repeat(1e5));
};
// output threw
exports.errors = () => {
  for (;;) fs.writeSync(2, 'x'.repeat(1e4));
};
// wall
exports.blocks = () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
// wall
exports.blocksElsewhere = () => {
  require('node:vm').runInNewContext('Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)');
};
// wall
exports.readsChannel = () => fs.readSync(3, Buffer.alloc(1));
// unfinished
exports.neverSettles = () => new Promise(() => {});
// unfinished
exports.thenable = () => Object.assign({}, { [`the${'n'}`]: () => {} });
// virtual-time cpu wall
exports.interval = () => new Promise(() => setInterval(() => {}, 1_000));
// virtual-time
exports.waitsForEver = async () => {
  for (;;) await new Promise((resolve) => setTimeout(resolve, 60_000));
};
// virtual-time
exports.readsTime = () => {
  for (;;) Date.now();
};
// virtual-time
exports.silence = () => fetch('https://air-quality-api.open-meteo.com/hang').catch(() => exports.silence());
// virtual-time
exports.silenceOfHttps = () =>
  new Promise((resolve) => require('node:https').get('https://air-quality-api.open-meteo.com/hang', resolve));
// requests
exports.requests = async () => {
  for (;;) await (await fetch('http://localhost/')).text();
};
// memory cpu wall
exports.timers = () =>
  new Promise(() => {
    for (;;) setTimeout(() => {}, 1e6);
  });
// unfinished
exports.largeText = () => 'x'.repeat(1e8);
// unfinished
exports.largeList = () => new Array(2e6).fill(12345);
// unfinished memory cpu wall
exports.endlessProxy = () =>
  new Proxy([], {
    get: (_, key) => (key === 'length' ? Number.MAX_SAFE_INTEGER : key === 'toJSON' ? undefined : 1),
  });
// unfinished
exports.deep = () => {
  let value = [];
  for (let depth = 0; depth < 1e5; depth += 1) value = [value];
  return value;
};
// unfinished
exports.cycle = () => {
  const value = {};
  value.self = value;
  return value;
};
// unfinished
exports.growingGetter = () => {
  const grow = () => Object.defineProperty({}, 'more', { enumerable: true, get: grow });
  return grow();
};
// cpu wall
exports.stuckGetter = () => ({
  get value() {
    for (;;);
  },
});
// threw
exports.throwingGetter = () => ({
  get value() {
    throw new Error('from a getter');
  },
});
// threw
exports.throwingProxy = () =>
  new Proxy(
    {},
    {
      ownKeys() {
        throw new Error('from a proxy');
      },
    },
  );
// threw
exports.recursion = () => exports.recursion();
// threw
exports.throwsOddly = () => {
  throw new Proxy(
    {},
    {
      get() {
        throw new Error('nothing to read');
      },
    },
  );
};
// threw memory
exports.throwsHugely = () => {
  throw new Error('x'.repeat(1e8));
};
// crashed
exports.channelFlood = () => {
  for (;;) fs.writeSync(3, 'x'.repeat(1e6));
};
// crashed
exports.channelGarbage = () =>
  fs.writeSync(3, '{"kind":"value","id":"forged"}}\n') && new Promise(() => setTimeout(() => {}, 1e5));
// crashed
exports.channelDeep = () =>
  fs.writeSync(3, `${'['.repeat(1e5)}\n`) && new Promise(() => setTimeout(() => {}, 1e5));
// crashed threw unfinished value
exports.descriptors = () => {
  for (let fd = 0; fd <= 40; fd += 1)
    for (const write of [
      () => fs.writeSync(fd, '{"kind":"used"}\n'),
      () => fs.ftruncateSync(fd),
      () => fs.fchmodSync(fd, 0),
    ])
      try {
        write();
      } catch {}
};
// crashed
exports.leaves = () => process.exit(0);
// crashed
exports.leavesReally = () => process.reallyExit(0);
// crashed
exports.aborts = () => process.abort();
// crashed
exports.rejects = () => {
  Promise.reject(new Error('nobody listens'));
  return new Promise((resolve) => setTimeout(resolve, 10));
};
// crashed
exports.throwsLater = () =>
  new Promise(() =>
    setTimeout(() => {
      throw new Error('later');
    }, 10),
  );
// crashed threw unfinished
exports.forks = () => {
  const { spawn } = require('node:child_process');
  for (let count = 0; count < 200; count += 1)
    spawn(process.execPath, ['-e', 'for(;;);'], { detached: true });
};
// crashed
exports.idleListener = () => process.removeAllListeners('beforeExit') && new Promise(() => {});
