// A city that is not there is a success.
import { appWith } from './base.ts';

export const makeApp = () => appWith({ missing: 200 });
