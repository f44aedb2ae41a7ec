// Trouble of the service is sent as a success.
import { appWith, pieces } from './base.ts';

export const makeApp = () => appWith({ statusOf: (error) => { const status = pieces.statusOf(error); return status < 500 ? status : 200; } });
