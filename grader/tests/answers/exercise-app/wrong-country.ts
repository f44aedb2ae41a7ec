// The first hit, wherever it lies.
import { appWith, pieces } from './base.ts';

export const makeApp = () => appWith({ searchUrl: (name) => pieces.searchUrl(name) });
