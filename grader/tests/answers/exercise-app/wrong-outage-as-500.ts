// Trouble of the service is told as our own.
import { appWith, pieces } from './base.ts';

export const makeApp = () => appWith({ statusOf: (error) => Math.min(500, pieces.statusOf(error)) });
