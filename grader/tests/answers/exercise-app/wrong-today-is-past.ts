// Today counts as over.
import { appWith } from './base.ts';

export const makeApp = () => appWith({ isForecast: (date, today) => date > today });
