import { existsSync, readFileSync } from 'node:fs';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { PAGE_POLICY, pageRoutes } from '../../../contest/pages/pages.ts';

const test = suite('page files');
const routes = pageRoutes();
const paths = new Set(routes.map(({ path }) => path));

test('routes :: each has a file and a type, and stands once', () => {
  assert.is(paths.size, routes.length);
  for (const { file, type, path } of routes) {
    assert.ok(existsSync(file), `${path}: ${file} is not there`);
    assert.match(type, /^(text\/(html|css|javascript); charset=utf-8|image\/svg\+xml)$/, path);
  }
});

test('pages :: everything that they name is served here, and nothing comes from elsewhere', () => {
  const named = routes
    .filter(({ file }) => file.includes('contest'))
    .flatMap(({ path, file }) => {
      const text = readFileSync(file, 'utf8');
      const links = [
        ...text.matchAll(/(?:src|href)="([^"]+)"|url\("([^"]+)"\)|^(?:import|\}) .*from '(\.[^']+)'/gm),
      ];
      return links.map(
        ([, attribute, url, module]) => new URL(attribute ?? url ?? module ?? '', `http://x${path}`),
      );
    });
  assert.ok(named.length > 60, `only ${named.length} names were seen`);
  for (const { host, pathname } of named) {
    assert.is(host, 'x');
    assert.ok(paths.has(pathname), `${pathname} is not served`);
  }
});

test('policy :: no inline code, no other places', () => {
  assert.not.match(PAGE_POLICY, /unsafe|\*|http/);
});

test.run();
