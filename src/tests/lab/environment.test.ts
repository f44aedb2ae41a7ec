import { delimiter, join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { labEnvironment, type Surroundings } from '../../lab/environment.ts';

const lab: Surroundings = {
  root: '/repo',
  nodePath: '/opt/node/bin/node',
  kernels: '/repo/.jupyter',
  classroomUrl: 'http://127.0.0.1:8787',
  offline: false,
};
const bin = join('/repo', 'node_modules', '.bin');
const path = (...folders: string[]): string => folders.join(delimiter);

test('PATH :: grade first, then the Node that runs us, then the rest', () => {
  const { PATH } = labEnvironment({ PATH: path('/usr/bin', '/bin') }, lab);
  assert.is(PATH, path(bin, '/opt/node/bin', '/usr/bin', '/bin'));
});

test('PATH :: nothing twice', () => {
  const { PATH } = labEnvironment({ PATH: path(bin, '/usr/bin', '/opt/node/bin') }, lab);
  assert.is(PATH, path(bin, '/usr/bin', '/opt/node/bin'));
});

test('PATH :: the name that Windows uses stays the only one', () => {
  const env = labEnvironment({ Path: '/usr/bin' }, lab);
  assert.match(env.Path ?? '', bin);
  assert.is(env.PATH, undefined);
});

test('kernel :: ours first on JUPYTER_PATH', () => {
  assert.is(labEnvironment({}, lab).JUPYTER_PATH, '/repo/.jupyter');
  assert.is(labEnvironment({ JUPYTER_PATH: '/mine' }, lab).JUPYTER_PATH, path('/repo/.jupyter', '/mine'));
});

test("npm :: what npm told its script is left out, the person's settings stay", () => {
  const env = labEnvironment(
    {
      npm_lifecycle_event: 'start',
      npm_package_name: 'x',
      INIT_CWD: '/',
      npm_config_registry: 'http://r',
      HOME: '/h',
    },
    lab,
  );
  assert.equal(
    [env.npm_lifecycle_event, env.npm_package_name, env.INIT_CWD, env.npm_config_registry, env.HOME],
    [undefined, undefined, undefined, 'http://r', '/h'],
  );
});

test('addresses :: of the classroom API; every Open-Meteo base only with --offline', () => {
  const online = labEnvironment({}, lab);
  assert.is(online.AIRLAB_CLASSROOM_API_URL, lab.classroomUrl);
  assert.is(online.OPEN_METEO_API_URL, undefined);
  const offline = labEnvironment({}, { ...lab, offline: true });
  for (const service of ['AIR_QUALITY_API', 'API', 'ARCHIVE_API', 'GEOCODING_API'])
    assert.is(offline[`OPEN_METEO_${service}_URL`], lab.classroomUrl, service);
});

test('addresses :: no classroom API :: none', () => {
  const env = labEnvironment({}, { ...lab, classroomUrl: undefined, offline: true });
  assert.equal(
    Object.keys(env).filter((name) => /METEO|CLASSROOM/.test(name)),
    [],
  );
});

test.run();
