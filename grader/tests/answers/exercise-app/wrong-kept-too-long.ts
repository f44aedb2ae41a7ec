// Kept for an hour, also past midnight.
import { appWith } from './base.ts';

export const makeApp = () => appWith({ keepMs: () => 3_600_000 });
