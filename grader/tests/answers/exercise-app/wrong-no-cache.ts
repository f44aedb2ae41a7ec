// Every visitor costs a request.
import { appWith } from './base.ts';

export const makeApp = () => appWith({ keepMs: () => 0 });
