import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { type Kit, makeKit, STARTER } from './kit.ts';

const kit: Kit = await makeKit();
process.on('exit', kit.close);

const NAME = 'exercise-pm25';
const answer = (text: string): void => kit.write(`exercises/${NAME}.ts`, text);
const at = (path: string): string => join(kit.folder, path);
const fresh = (): void => {
  rmSync(at('.airlab'), { recursive: true, force: true });
  answer(STARTER);
};

const practice = suite('cli :: practice');
practice.before.each(fresh);

practice('start :: runs, is kept, restarts with --again', () => {
  assert.match(kit.run(['start', NAME]).stdout, '15 minutes from now');
  const second = kit.run(['start', NAME]).stdout;
  assert.match(second, /^14 min 5\d s left/);
  assert.match(second, `grade start ${NAME} --again`);
  assert.match(kit.run([NAME]).stdout, /time {2}14 min 5\d s of 15 min left/);
  assert.match(kit.run(['start', NAME, '--again']).stdout, '15 minutes from now');
});

practice('list :: points, tries, hints', () => {
  kit.run([NAME]);
  kit.run(['hint', NAME]);
  answer('// gets: passed\n');
  kit.run([NAME]);
  const { stdout } = kit.run(['list']);
  assert.match(stdout, /✓ exercise-pm25 {3}100\/100 {2}2 {6}1 {6}passed, \d s ago/);
  assert.match(stdout, /exercise-jokes {2}–.*not tried yet/);
  assert.match(stdout, '1 of 2 passed');
  const { exercises } = JSON.parse(kit.run(['list', '--json']).stdout);
  assert.equal(exercises[0].best, { points: 100, worth: 100 });
});

practice('list :: broken journal lines are told on stderr', () => {
  kit.run([NAME]);
  writeFileSync(at('.airlab/practice.jsonl'), 'torn', { flag: 'a' });
  const { status, stdout, stderr } = kit.run(['list']);
  assert.is(status, 0);
  assert.match(stdout, '10/100');
  assert.match(stderr, '1 unreadable lines');
});

practice('hint :: the next rung each time, about what failed', () => {
  assert.match(kit.run(['hint', NAME]).stdout, 'hourlyPm25, hint 1 of 3\n  Which hour is it in UTC?');
  assert.match(kit.run(['hint', NAME]).stdout, 'hint 2 of 3');
  assert.match(kit.run(['hint', NAME, 'compareCities']).stdout, 'compareCities, hint 1 of 3');
  assert.match(kit.run(['hint', NAME]).stdout, 'hint 3 of 3');
  assert.match(kit.run(['hint', NAME]).stdout, 'all 3 hints, again');
});

practice('solution :: not for the untouched starter, then after a try', () => {
  kit.run([NAME]);
  const refused = kit.run(['solution', NAME]);
  assert.is(refused.status, 1);
  assert.is(refused.stdout, '');
  assert.match(refused.stderr, 'The model opens after one graded try of your own');
  answer('// gets: not-yet mine\n');
  kit.run([NAME]);
  const { status, stdout, stderr } = kit.run(['solution', NAME]);
  assert.is(status, 0);
  assert.is(stdout, '// The model.\n');
  assert.match(stderr, 'open because you tried');
});

practice('reset :: starter back, backup kept', () => {
  answer('mine\n');
  const { status, stdout } = kit.run(['reset', NAME]);
  assert.is(status, 0);
  assert.match(stdout, 'exercises/exercise-pm25.ts is the starter again.');
  assert.is(readFileSync(at(`exercises/${NAME}.ts`), 'utf8'), STARTER);
  const [backup = ''] = readdirSync(at('.airlab/backups'));
  assert.match(backup, /^exercise-pm25-\d{4}-.*Z\.ts$/);
  assert.is(readFileSync(at(`.airlab/backups/${backup}`), 'utf8'), 'mine\n');
});

practice('replay :: writes the data of the case and says where', () => {
  answer('// gets: robust\n');
  kit.run([NAME, '--seed', '7']);
  const { status, stdout } = kit.run(['replay', NAME, 'nulls']);
  assert.is(status, 1);
  assert.match(stdout, 'case nulls: Hours without a value');
  assert.match(stdout, 'compareCities: not yet:');
  assert.match(stdout, 'data  .airlab/replay/exercise-pm25-nulls.json');
  const data = JSON.parse(readFileSync(at('.airlab/replay/exercise-pm25-nulls.json'), 'utf8'));
  assert.is(data.seed, 7);
  assert.is(data.hours.length, data.places[0].hourly.pm2_5.length);
  assert.equal(data.calls[0].export, 'hourlyPm25');
});

practice('another folder :: its exercises are graded where it lies', () => {
  kit.write('copy/exercises/exercise-pm25.ts', '// gets: passed\n');
  const ran = kit.run([NAME], { AIRLAB_ROOT: at('copy') });
  assert.is(ran.status, 0);
  assert.ok(existsSync(at('copy/.airlab/practice.jsonl')));
});

practice.run();
