// Today is asked of the server's clock, in UTC.
import { appWith } from './base.ts';

export const makeApp = () => appWith({ today: () => new Date().toISOString().slice(0, 10) });
