// Numbers as text.
import { appWith } from './base.ts';

export const makeApp = () => appWith({ finish: (days) => days.map((day) => ({ ...day, pm2_5: day.pm2_5 === null ? null : String(day.pm2_5) })) });
