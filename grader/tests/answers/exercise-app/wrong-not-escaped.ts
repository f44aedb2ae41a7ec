// What the visitor wrote is HTML.
import { appWith } from './base.ts';

export const makeApp = () => appWith({ escaped: (text) => text });
