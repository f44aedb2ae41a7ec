// Each function spoils what the sandbox's own code in the process could use, and then tries to look right.
const lie = () => '{"kind":"value","id":"honest","value":"forged"}';

exports.json = () => {
  JSON.stringify = lie;
  JSON.parse = () => ({ kind: 'answer' });
};
exports.toJson = () => {
  Object.prototype.toJSON = lie;
  String.prototype.toJSON = lie;
};
exports.promise = () => {
  globalThis.Promise = class {};
};
exports.thens = () => {
  Object.assign(Promise.prototype, { [`the${'n'}`]: (resolve) => resolve('forged') });
};
exports.arrays = () => {
  for (const name of ['push', 'map', 'filter', 'slice', 'splice', 'includes', 'some', 'join', 'at', 'concat'])
    Array.prototype[name] = () => ['forged'];
};
exports.iteration = () => {
  Array.prototype[Symbol.iterator] = function* () {
    yield 'forged';
  };
};
exports.objects = () => {
  for (const name of ['keys', 'entries', 'fromEntries', 'assign', 'defineProperty']) Object[name] = () => [];
};
exports.reflection = () => {
  Reflect.apply = () => 'forged';
  Reflect.get = () => 'forged';
};
exports.functions = () => {
  Function.prototype.call = lie;
  Function.prototype.apply = lie;
  Function.prototype.bind = () => lie;
};
exports.setters = () => {
  for (const name of [
    'kind',
    'id',
    'value',
    'text',
    'problem',
    'failure',
    'head',
    'bytes',
    'get',
    'set',
    'configurable',
  ])
    Object.defineProperty(Object.prototype, name, {
      configurable: true,
      get: () => 'forged',
      set() {
        throw new Error('set');
      },
    });
};
exports.symbols = () => {
  globalThis.Symbol = () => 'forged';
};
exports.stacks = () => {
  Error.prepareStackTrace = () => {
    throw new Error('prepared');
  };
  throw new Error('with a spoiled stack');
};
exports.stackObjects = () => {
  Error.prepareStackTrace = () => new Proxy({}, { get: () => lie });
  throw new Error('with a stack that is no text');
};
exports.errors = () => {
  globalThis.Error = class {
    constructor() {
      throw 'no error';
    }
  };
};
exports.buffers = () => {
  Buffer.from = () => 'forged';
  Buffer.allocUnsafe = () => 'forged';
  globalThis.Buffer = undefined;
};
exports.files = () => {
  const fs = require('node:fs');
  fs.writeSync = () => 0;
  fs.readSync = () => 0;
};
exports.events = () => {
  require('node:events').prototype.emit = () => true;
};
exports.timers = () => {
  globalThis.setImmediate = undefined;
  globalThis.setTimeout = undefined;
  process.nextTick = lie;
};
exports.process = () => {
  globalThis.process = undefined;
};
exports.everything = () => {
  for (const name of Object.getOwnPropertyNames(globalThis))
    try {
      if (name !== 'globalThis') globalThis[name] = undefined;
    } catch {}
};
exports.http = () => {
  const http = require('node:http');
  http.ServerResponse.prototype.writeHead = lie;
  http.ServerResponse.prototype.end = lie;
  http.Server.prototype.emit = lie;
};
exports.dates = () => {
  Date.now = () => 0;
  Date.prototype.getTime = () => 0;
  globalThis.Date = class {};
};
exports.listeners = () => {
  for (const name of process.eventNames()) process.removeAllListeners(name);
};
