// The page shows 0 in a gap.
import { appWith, pieces } from './base.ts';

export const makeApp = () => appWith({ row: (day) => pieces.row({ ...day, pm2_5: day.pm2_5 ?? 0 }) });
