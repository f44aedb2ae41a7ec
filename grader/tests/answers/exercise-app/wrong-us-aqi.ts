// The index of the USA.
import { appWith } from './base.ts';

export const makeApp = () => appWith({ index: 'us_aqi' });
