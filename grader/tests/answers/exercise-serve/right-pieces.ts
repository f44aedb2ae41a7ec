// The shared server as it is.
import { serverWith } from './base.ts';

export const makeServer = () => serverWith();
