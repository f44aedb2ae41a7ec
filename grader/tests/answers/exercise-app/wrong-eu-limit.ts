// 25 is the law of the European Union.
import { appWith } from './base.ts';

export const makeApp = () => appWith({ limit: 25 });
