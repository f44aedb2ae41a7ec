// Forgot the return.
import { serverWith } from './base.ts';

export const makeServer = () => {
  serverWith();
};
