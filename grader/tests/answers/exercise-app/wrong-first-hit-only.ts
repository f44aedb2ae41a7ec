// Only one place is given to choose from.
import { appWith } from './base.ts';

export const makeApp = () => appWith({ hits: (places) => places.slice(0, 1) });
