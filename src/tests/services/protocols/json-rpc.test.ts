import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { answerRpc, RpcError } from '../../../services/protocols/json-rpc.ts';

const methods = {
  subtract: (params: unknown) => {
    const [a, b] = Array.isArray(params) ? params : Object.values(Object(params));
    if (typeof a !== 'number' || typeof b !== 'number') throw new RpcError(-32602, 'Invalid params');
    return a - b;
  },
  nothing: () => undefined,
  broken: () => {
    throw new Error('a bug');
  },
};
const answer = (text: string) => answerRpc(text, methods);
const failure = (code: number, message: string, id: unknown = null) => ({
  jsonrpc: '2.0',
  error: { code, message },
  id,
});

test('examples of the specification :: one request', () => {
  assert.equal(answer('{"jsonrpc": "2.0", "method": "subtract", "params": [42, 23], "id": 1}'), {
    jsonrpc: '2.0',
    result: 19,
    id: 1,
  });
  assert.equal(
    answer(
      '{"jsonrpc": "2.0", "method": "subtract", "params": {"minuend": 42, "subtrahend": 23}, "id": "3"}',
    ),
    {
      jsonrpc: '2.0',
      result: 19,
      id: '3',
    },
  );
  assert.is(answer('{"jsonrpc": "2.0", "method": "update", "params": [1,2,3]}'), undefined);
  assert.equal(
    answer('{"jsonrpc": "2.0", "method": "foobar", "id": "1"}'),
    failure(-32601, 'Method not found', '1'),
  );
  assert.equal(
    answer('{"jsonrpc": "2.0", "method": "foobar, "params": "bar", "baz]'),
    failure(-32700, 'Parse error'),
  );
  assert.equal(
    answer('{"jsonrpc": "2.0", "method": 1, "params": "bar"}'),
    failure(-32600, 'Invalid Request'),
  );
});

test('examples of the specification :: batches', () => {
  assert.equal(answer('[]'), failure(-32600, 'Invalid Request'));
  assert.equal(answer('[1]'), [failure(-32600, 'Invalid Request')]);
  assert.equal(
    answer('[1,2,3]'),
    Array.from({ length: 3 }, () => failure(-32600, 'Invalid Request')),
  );
  assert.is(
    answer('[{"jsonrpc": "2.0", "method": "nothing"},{"jsonrpc": "2.0", "method": "nothing"}]'),
    undefined,
  );
  assert.equal(
    answer(`[{"jsonrpc":"2.0","method":"subtract","params":[42,23],"id":"2"},{"foo":"boo"},
      {"jsonrpc":"2.0","method":"nothing"},{"jsonrpc":"2.0","method":"broken","id":null}]`),
    [
      { jsonrpc: '2.0', result: 19, id: '2' },
      failure(-32600, 'Invalid Request'),
      failure(-32603, 'Internal error'),
    ],
  );
});

test('methods :: no result, a bug, own errors, inherited names', () => {
  assert.equal(answer('{"jsonrpc":"2.0","method":"nothing","id":1}'), {
    jsonrpc: '2.0',
    result: null,
    id: 1,
  });
  assert.equal(answer('{"jsonrpc":"2.0","method":"broken","id":1}'), failure(-32603, 'Internal error', 1));
  assert.equal(
    answer('{"jsonrpc":"2.0","method":"subtract","params":["a"],"id":1}'),
    failure(-32602, 'Invalid params', 1),
  );
  assert.equal(
    answer('{"jsonrpc":"2.0","method":"toString","id":1}'),
    failure(-32601, 'Method not found', 1),
  );
});

test('any text :: an answer in the shape of JSON-RPC, or none', () => {
  fc.assert(
    fc.property(fc.oneof(fc.json(), fc.string()), (text) => {
      const said = [answer(text)].flat().filter((one) => one !== undefined);
      for (const one of said) assert.is(Object(one).jsonrpc, '2.0');
    }),
  );
});

test.run();
