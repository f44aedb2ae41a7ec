import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { isServicePath, SERVICE_ROOTS } from '../../services/service-paths.ts';

test('paths :: every root, alone, with more, with a question :: a service', () => {
  for (const root of SERVICE_ROOTS)
    for (const url of [`/${root}`, `/${root}/`, `/${root}/a/b`, `/${root}?a=/b`])
      assert.ok(isServicePath(url), url);
});

test('paths :: Open-Meteo and look-alikes :: none', () => {
  const others = [
    '/v1/air-quality?hourly=/jokes',
    '/',
    '',
    '/health',
    '/jokester',
    '/Jokes',
    '//jokes',
    '/?board',
    '/constructor',
  ];
  for (const url of others) assert.not.ok(isServicePath(url), url);
});

test.run();
