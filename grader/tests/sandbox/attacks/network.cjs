// Each function tries to reach `target`, where the test listens. The test counts what arrives; a truthy result counts too.
const net = require('node:net');
const tls = require('node:tls');
const http = require('node:http');
const dns = require('node:dns');
const dgram = require('node:dgram');

const soon = () => new Promise((resolve) => setTimeout(resolve, 300));
/** Tries, and gives what was started time to arrive. */
const tries = (attempt) => async (target) => {
  const started = attempt(target);
  started?.on?.('error', () => {});
  await soon();
};

exports.connect = tries(({ port }) => net.connect(port, '127.0.0.1').end('raw'));
exports.connectSocket = tries(({ port }) => new net.Socket().connect(port, '127.0.0.1').end('raw'));
exports.connectPrototype = tries(({ port }) =>
  net.Socket.prototype.connect.call(new net.Socket(), port, '127.0.0.1'),
);
exports.connectStream = tries(({ port }) => new net.Stream().connect({ port, host: '127.0.0.1' }));
exports.connectUnlocked = tries(({ port }) => {
  delete net.Socket.prototype.connect;
  return new net.Socket().connect(port, '127.0.0.1');
});
exports.connectRedefined = tries(({ port }) => {
  Object.defineProperty(net.Socket.prototype, 'connect', { value: undefined });
  return net.createConnection(port, '127.0.0.1');
});
exports.connectSecure = tries(({ port }) => tls.connect(port, '127.0.0.1', { rejectUnauthorized: false }));
exports.connectSecureSocket = tries(({ port }) =>
  new tls.TLSSocket(new net.Socket()).connect(port, '127.0.0.1'),
);
exports.connectOldTls = tries(({ port }) => require('node:_tls_wrap').connect(port, '127.0.0.1'));
exports.connectOldAgent = tries(({ port }) => {
  const { Agent } = require('node:_http_agent');
  return Agent.prototype.createConnection({ port, host: '127.0.0.1' });
});
exports.connectModule = async ({ port }) => {
  const { Socket } = await import('node:net');
  new Socket().connect(port, '127.0.0.1').on('error', () => {});
  await soon();
};
exports.connectBuiltin = tries(({ port }) =>
  new (process.getBuiltinModule?.('net').Socket ?? net.Socket)().connect(port, '127.0.0.1'),
);
exports.connectUnix = tries(({ unix }) => net.connect(unix));
exports.connectUnixHttp = tries(({ unix }) => http.get({ socketPath: unix, path: '/' }));
exports.connectOwnHttp = tries(({ port }) =>
  http.get({ createConnection: () => new net.Socket().connect(port, '127.0.0.1') }),
);
exports.connectHttp2 = tries(({ port }) => require('node:http2').connect(`http://127.0.0.1:${port}`));
exports.webSocket = async ({ port }) => {
  new WebSocket(`ws://127.0.0.1:${port}`).onerror = () => {};
  await soon();
};
exports.pipeHandle = async ({ folder }) => {
  const { constructor: Pipe } = process.stdout._handle;
  return new Pipe(1).bind(`${folder}/pipe.sock`) === 0;
};
exports.pipeHandleOfSocket = async ({ folder }) => {
  const { constructor: Pipe } = new net.Socket({ fd: 1 })._handle;
  return new Pipe(1).bind(`${folder}/pipe2.sock`) === 0;
};
exports.pipeConnect = async ({ unix }) => {
  const handle = process.stdout._handle;
  const { constructor: Pipe } = handle;
  const request = await new Promise((resolve) => {
    handle.writeUtf8String = (given) => resolve(given);
    process.stdout.write('x');
  });
  new Pipe(0).connect(request, unix);
  await soon();
};
exports.serverHandle = ({ free }) => typeof net._createServerHandle('127.0.0.1', free, 4) === 'object';
exports.boundSocket = ({ free }) => new net.BoundSocket({ port: free, host: '127.0.0.1' });

/** Whether a system's own socket is open: servers of the sandbox listen in memory, with no descriptor behind them. */
const isReal = (server) => typeof server._handle?.fd === 'number' && server._handle.fd >= 0;
const listens = (server, listen) =>
  new Promise((resolve) => {
    const done = () => resolve(isReal(server));
    server.on('error', done);
    server.on('listening', done);
    listen(server);
    setTimeout(done, 300);
  });
exports.listen = ({ free }) => listens(net.createServer(), (server) => server.listen(free, '127.0.0.1'));
exports.listenHttp = () => listens(http.createServer(), (server) => server.listen(0));
exports.listenHttps = () => listens(require('node:https').createServer(), (server) => server.listen(0));
exports.listenSecure = () => listens(tls.createServer(), (server) => server.listen({ port: 0 }));
exports.listenHttp2 = () => listens(require('node:http2').createServer(), (server) => server.listen(0));
exports.listenOld = () =>
  listens(net.createServer(), (server) => server._listen2('127.0.0.1', 0, 4, 511, undefined));
exports.listenSetup = () =>
  listens(net.createServer(), (server) => server._setupWorker({ send: () => {}, on: () => {} }));
exports.listenUnlocked = () => {
  delete net.Server.prototype.listen;
  return listens(net.createServer(), (server) => server.listen(0, '127.0.0.1'));
};
exports.listenRedefined = () => {
  try {
    Object.defineProperty(net.Server.prototype, 'listen', { value: undefined });
  } catch {}
  return listens(net.createServer(), (server) => server.listen(0, '127.0.0.1'));
};
exports.listenPath = ({ folder }) =>
  listens(net.createServer(), (server) => server.listen(`${folder}/own.sock`));
exports.listenPathOption = ({ folder }) =>
  listens(net.createServer(), (server) => server.listen({ path: `${folder}/option.sock`, port: 0 }));
exports.listenPathGetter = ({ folder }) => {
  const looks = { count: 0 };
  const options = Object.defineProperty({ port: 0 }, 'path', {
    enumerable: true,
    get: () => (looks.count++ === 0 ? undefined : `${folder}/getter.sock`),
  });
  return listens(net.createServer(), (server) => server.listen(options));
};
exports.listenDescriptor = async () => {
  for (let fd = 0; fd <= 20; fd += 1)
    if (await listens(net.createServer(), (server) => server.listen({ fd })).catch(() => false)) return true;
  return false;
};
exports.listenHandle = () =>
  listens(net.createServer(), (server) => server.listen(process.stdout._handle ?? process.stdout));
exports.listenOther = () =>
  listens(net.createServer(), (server) => server.listen({ _handle: process.stdout._handle }));
exports.listenStranger = () => {
  const stranger = Object.create(net.Socket.prototype);
  return net.Server.prototype.listen.call(stranger, 0) === stranger && isReal(stranger);
};
exports.listenExclusive = ({ free }) =>
  listens(net.createServer(), (server) =>
    server.listen({ port: free, host: '0.0.0.0', exclusive: true, reusePort: true, ipv6Only: true }),
  );
exports.clusterListens = ({ free }) => {
  const cluster = require('node:cluster');
  cluster.setupPrimary({ silent: true });
  return listens(net.createServer(), (server) => {
    cluster.fork?.();
    server.listen(free);
  });
};
exports.datagram = tries(({ datagrams }) => {
  const socket = dgram.createSocket('udp4');
  socket.send('x', datagrams, '127.0.0.1');
  return socket;
});
exports.datagramClass = tries(({ datagrams }) => {
  const socket = new dgram.Socket('udp4');
  socket.send('x', datagrams, '127.0.0.1');
  return socket;
});
exports.datagramPrototype = tries(() =>
  dgram.Socket.prototype.bind.call(Object.create(dgram.Socket.prototype), 0),
);
exports.datagramHandle = () => dgram._createSocketHandle('127.0.0.1', 0, 'udp4').fd >= 0;
exports.resolveName = () => dns.promises.resolve4('localhost');
exports.resolveClass = () => new dns.promises.Resolver().resolveTxt('localhost');
exports.resolveServers = () => new dns.Resolver().setServers(['127.0.0.1']) === undefined;
exports.bindingOfTcp = () => process.binding('tcp_wrap').TCP;
exports.linkedBinding = () => process._linkedBinding('tcp_wrap');
exports.inspectorOpens = ({ free }) => require('node:inspector').open(free, '127.0.0.1') === undefined;
exports.worker = ({ port }) =>
  new Promise((resolve, reject) => {
    const { Worker } = require('node:worker_threads');
    new Worker(`require('net').connect(${port}, '127.0.0.1')`, { eval: true })
      .on('error', reject)
      .on('exit', resolve);
  });
exports.loaderHook = async ({ port }) => {
  const hook = `import net from 'node:net'; net.connect(${port}, '127.0.0.1').on('error', () => {}); export const resolve = (s, c, n) => n(s, c);`;
  require('node:module').register(`data:text/javascript,${encodeURIComponent(hook)}`);
  await import('data:text/javascript,0');
  await soon();
};
