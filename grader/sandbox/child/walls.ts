import crypto from 'node:crypto';
import dgram from 'node:dgram';
import dns from 'node:dns';
import http from 'node:http';
import module from 'node:module';
import net from 'node:net';
import os from 'node:os';
import tls from 'node:tls';
import traceEvents from 'node:trace_events';
import v8 from 'node:v8';
import workerThreads from 'node:worker_threads';
import { closeAllBut, closed, pin } from './lock.ts';
import type { Connector } from './sockets.ts';

const INSTEAD = 'use fetch, undici, node:http or node:https';

/** What stands in the place of the network. */
export interface Instead {
  readonly connect: Connector;
  /** As `net.Server.prototype.listen`. */
  readonly listen: (...args: unknown[]) => unknown;
}

/**
 * Closes, inside the process, every way to the network, to other processes and to another thread, and puts `connect`
 * and `listen` in the place of real connections and ports. Sound together with Node's permission model, which closes files, `process.binding`,
 * addons and child processes; behind bubblewrap it is the second wall.
 */
export function raiseWalls(instead: Instead): void {
  closeNetwork(instead);
  closeNames();
  closeProcess();
}

function closeNetwork({ connect, listen }: Instead): void {
  const plain = (...args: unknown[]): unknown => connect('http', args);
  const secure = (...args: unknown[]): unknown => connect('https', args);
  pin(net, 'connect', plain);
  pin(net, 'createConnection', plain);
  pin(tls, 'connect', secure);
  // Node 20 kept net.connect here before it was replaced.
  pin(http.Agent.prototype, 'createConnection', plain);
  pin(net.Socket.prototype, 'connect', function refuse(this: net.Socket) {
    process.nextTick(() => this.destroy(new Error(`Raw sockets are closed while grading: ${INSTEAD}`)));
    return this;
  });
  pin(net.Server.prototype, 'listen', listen);
  closeAllBut(net.Server.prototype, SERVER_METHODS, 'net.Server', 'use listen');
  closeAllBut(net, NET_FUNCTIONS, 'net', INSTEAD);
  closeAllBut(dgram, [], 'dgram', INSTEAD);
  closeAllBut(dgram.Socket.prototype, [], 'dgram.Socket', INSTEAD);
  closePipes();
}

const SERVER_METHODS = [
  'listen',
  'address',
  'getConnections',
  'close',
  '_emitCloseIfDrained',
  'ref',
  'unref',
];
const NET_FUNCTIONS = [
  'connect',
  'createConnection',
  'createServer',
  'isIP',
  'isIPv4',
  'isIPv6',
  'BlockList',
  'Server',
  'Socket',
  'SocketAddress',
  'Stream',
  '_normalizeArgs',
  'getDefaultAutoSelectFamily',
  'setDefaultAutoSelectFamily',
  'getDefaultAutoSelectFamilyAttemptTimeout',
  'setDefaultAutoSelectFamilyAttemptTimeout',
];

/** Standard output is a pipe, and the class of its handle could bind or connect Unix sockets. */
function closePipes(): void {
  const handle: unknown = Reflect.get(process.stdout, '_handle');
  if (typeof handle !== 'object' || handle === null) return;
  const prototype: object | null = Object.getPrototypeOf(handle);
  // Opened now, because opening is closed afterwards.
  if (!process.stderr) return;
  for (const name of ['bind', 'listen', 'connect', 'open', 'fchmod', 'setPendingInstances'])
    pin(prototype ?? undefined, name, closed('A pipe'));
}

/** Names need no network: every host is answered by the sealed data, so a fixed address will do. */
function closeNames(): void {
  const address = '192.0.2.1';
  const lookup = (_host: string, options: unknown, done: unknown): void => {
    const callback = typeof options === 'function' ? options : done;
    const all = typeof options === 'object' && options !== null && 'all' in options && options.all === true;
    if (typeof callback !== 'function') throw new TypeError('dns.lookup needs a callback');
    process.nextTick(() => (all ? callback(null, [{ address, family: 4 }]) : callback(null, address, 4)));
  };
  pin(dns, 'lookup', lookup);
  pin(dns.promises, 'lookup', async () => ({ address, family: 4 }));
  const open = ['lookup', 'getServers', 'getDefaultResultOrder', 'setDefaultResultOrder'];
  closeAllBut(dns, open, 'dns');
  closeAllBut(dns.promises, open, 'dns');
  closeAllBut(dns.Resolver.prototype, [], 'dns.Resolver');
  closeAllBut(dns.promises.Resolver.prototype, [], 'dns.Resolver');
}

const PROCESS_FUNCTIONS = [
  'kill',
  '_kill',
  '_debugProcess',
  '_debugEnd',
  'dlopen',
  'binding',
  '_linkedBinding',
  'execve',
  'setuid',
  'seteuid',
  'setgid',
  'setegid',
  'setgroups',
  'initgroups',
  'loadEnvFile',
  'umask',
];

/** Modules of newer Nodes that reach files or memory by themselves, past the permission model. */
function closeNative(): void {
  for (const name of ['node:sqlite', 'node:ffi', 'node:vfs']) {
    const found: unknown = process.getBuiltinModule(name);
    if (typeof found === 'object' && found !== null) closeAllBut(found, ['constants'], name);
  }
  pin(crypto, 'setEngine', closed('crypto.setEngine'));
}

function closeProcess(): void {
  for (const name of PROCESS_FUNCTIONS) pin(process, name, closed(`process.${name}`));
  pin(os, 'setPriority', closed('os.setPriority'));
  pin(workerThreads, 'Worker', closed('A worker thread'));
  // A loader hook would run in a thread of its own, without these walls.
  pin(module, 'register', closed('module.register'));
  pin(traceEvents, 'createTracing', closed('trace_events'));
  closeNative();
  for (const name of ['setFlagsFromString', 'writeHeapSnapshot', 'setHeapSnapshotNearHeapLimit'])
    pin(v8, name, closed(`v8.${name}`));
  if (process.report) pin(process.report, 'writeReport', closed('process.report'));
}
