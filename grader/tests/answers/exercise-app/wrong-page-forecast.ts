// The page does not say what is forecast.
import { appWith, pieces } from './base.ts';

export const makeApp = () => appWith({ row: (day) => pieces.row({ ...day, forecast: false }) });
