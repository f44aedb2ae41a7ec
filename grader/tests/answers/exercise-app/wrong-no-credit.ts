// Nobody is named.
import { appWith } from './base.ts';

export const makeApp = () => appWith({ credit: '' });
