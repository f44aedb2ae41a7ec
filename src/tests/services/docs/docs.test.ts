import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { SERVICE_ROOTS } from '../../../services/service-paths.ts';
import { ask, servicesFor } from '../serving.ts';

const served = servicesFor(test);

test('document :: every service and Open-Meteo :: with a summary and a tag', async () => {
  const document = await (await ask(`${served.url}/docs/json`)).json();
  const paths = Object.keys(document.paths);
  for (const root of SERVICE_ROOTS.filter((name) => name !== 'docs'))
    assert.ok(
      paths.some((path) => path.startsWith(`/${root}/`)),
      root,
    );
  assert.ok(paths.includes('/v1/air-quality'));
  for (const [path, operations] of Object.entries<Record<string, { summary?: string; tags?: string[] }>>(
    document.paths,
  ))
    for (const [method, { summary, tags }] of Object.entries(operations))
      assert.ok(summary !== undefined && tags?.length === 1, `${method} ${path}`);
});

test('page :: everything that it loads :: from here', async () => {
  const page = await ask(`${served.url}/docs/`);
  const html = await page.text();
  assert.is(page.status, 200);
  assert.not.match(html, /https?:\/\//);
  const files = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(
    ([, file = '']) => new URL(file, `${served.url}/docs/`),
  );
  assert.ok(files.length >= 4);
  for (const file of files) assert.is((await ask(file.href)).status, 200, file.href);
});

test.run();
