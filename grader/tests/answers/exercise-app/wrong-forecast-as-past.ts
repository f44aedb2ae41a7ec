// Nothing is marked as forecast.
import { appWith } from './base.ts';

export const makeApp = () => appWith({ isForecast: () => false });
