import * as assert from 'uvu/assert';
import { resultOf } from '../kernel/jupyter.ts';
import { CHART, displayed, displaySuite } from './jupyter-cases.ts';

void displaySuite('airlab', (test, client) => {
  test('last expression :: a data frame with long integers :: as a table', async () => {
    const code = "import pl from 'nodejs-polars'\npl.DataFrame({ n: [1n, 2n] })";
    assert.match(String(resultOf(await client.run(code))['text/html']), '<table>');
  });

  test('without await :: as last expression :: is shown in the same cell, with a hint', async () => {
    const outcome = await client.run(CHART.replace('await ', ''));
    assert.is(displayed(outcome).length, 2);
    assert.match(String(resultOf(outcome)['text/plain']), 'await chart');
  });

  test('display :: what JSON cannot hold :: is an error of the cell, and the kernel goes on', async () => {
    const code =
      "import * as tslab from 'tslab'\nconst loop: any = {}\nloop.self = loop\ntslab.display.raw('application/json', loop)";
    assert.is((await client.run(code)).reply.status, 'error');
    assert.is(resultOf(await client.run('1 + 1'))['text/plain'], '2');
  });
});
