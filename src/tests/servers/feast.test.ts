import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { onlineFeast } from '../../databases/feature-store-feast.ts';
import { errorOf } from '../databases/fixture.ts';
import { withServer } from './fixture.ts';

const test = suite('servers :: Feast');

test('Feast :: its newest features, over HTTP', () =>
  withServer('feast', async ({ value }) => {
    const view = { name: 'air', entity: 'city', time: 'seen', features: ['pm2_5'] };
    assert.equal(await onlineFeast(view, value).ask('Beijing'), { city: 'Beijing', pm2_5: 80 });
    assert.equal(await onlineFeast(view, value).ask('Nowhere'), { city: 'Nowhere', pm2_5: null });
    const wrong = onlineFeast({ ...view, features: ['no2'] }, value);
    assert.is((await errorOf(wrong.ask('Beijing'))).code, 'SQL');
  }));

test.run();
