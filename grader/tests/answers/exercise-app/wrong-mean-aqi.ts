// The mean of the index, not its worst hour.
import { appWith, mean, whole } from './base.ts';

export const makeApp = () => appWith({ worstOf: (values) => (whole(values) ? Math.round(mean(values)) : null) });
