// 5 is the guideline for a year.
import { appWith } from './base.ts';

export const makeApp = () => appWith({ limit: 5 });
