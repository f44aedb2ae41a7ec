import { suite, type Test } from 'uvu';
import * as assert from 'uvu/assert';
import {
  forget,
  type JupyterClient,
  jupyterSetup,
  type Outcome,
  startClient,
  streamed,
} from '../kernel/jupyter.ts';

// The cells import the built package; `npm test` builds it first.
export const CHART = `await chart(
  { data: { values: [{ n: 1, city: 'Roskilde' }, { n: 2, city: 'Beijing' }] }, mark: 'bar',
    encoding: { x: { field: 'city', type: 'nominal' }, y: { field: 'n', type: 'quantitative' } } },
  { says: 'Beijing has twice as much.' })`;

/** Data of all that was displayed, message by message. */
export const displayed = ({ outputs }: Outcome): Readonly<Record<string, unknown>>[] =>
  outputs.flatMap(({ type, content: { data } }) =>
    type === 'display_data' && typeof data === 'object' && data !== null ? [{ ...data }] : [],
  );

/** What must be the same on our kernel and on plain tslab; skipped, and said so, when no Jupyter can be had. */
export async function displaySuite(
  kernel: 'airlab' | 'tslab',
  more: (test: Test, client: JupyterClient) => void = () => undefined,
): Promise<void> {
  const test = suite(`display on ${kernel}`);
  const setup = await jupyterSetup();
  if (setup) {
    const client = await startClient(setup, { kernel });
    test.after(async () => {
      await client.close();
      forget(setup);
    });
    sharedCases(test, client);
    more(test, client);
  } else test.skip('needs Jupyter', () => undefined);
  test.run();
}

function sharedCases(test: Test, client: JupyterClient): void {
  test('chart :: one bundle, then its numbers :: without a type error', async () => {
    const outcome = await client.run(`import { chart, show, table } from 'airlab'\n${CHART}`);
    assert.is(streamed(outcome, 'stderr'), '');
    const [chart = {}, numbers = {}] = displayed(outcome);
    const kinds = ['application/vnd.vegalite.v5+json', 'text/markdown', 'image/png', 'text/plain'];
    assert.equal(Object.keys(chart), kinds);
    assert.match(String(chart['image/png']), /^iVBORw0KGgo/);
    assert.match(String(numbers['text/html']), '<details>');
  });

  test('table :: rows :: as HTML and text', async () => {
    const [table = {}] = displayed(await client.run('table([{ a: 1 }])'));
    assert.match(String(table['text/html']), '<th scope="col"');
    assert.match(String(table['text/plain']), '1 row, 1 column');
  });

  test('show :: a data frame with long integers :: as a table', async () => {
    const code = "import pl from 'nodejs-polars'\nconst frame = pl.DataFrame({ n: [1n, 2n] })\nshow(frame)";
    const [table = {}] = displayed(await client.run(code));
    assert.match(String(table['text/html']), '<td style="text-align: right">2</td>');
  });

  // The last: plain tslab skips what is sent right after an error.
  test('chart :: wrong mark :: is a type error with the right one', async () => {
    const outcome = await client.run(CHART.replace("'bar'", "'barr'"));
    assert.match(JSON.stringify(outcome.outputs), /Did you mean '\\"bar\\"'/);
  });
}
