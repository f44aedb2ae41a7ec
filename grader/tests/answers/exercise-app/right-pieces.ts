// The pieces as they are.
import { appWith } from './base.ts';

export const makeApp = () => appWith();
