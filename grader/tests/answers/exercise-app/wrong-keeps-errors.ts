// What has failed stays failed.
import { appWith } from './base.ts';

export const makeApp = () => appWith({ keepsErrors: true });
