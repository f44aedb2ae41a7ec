// No timezone in the question: days of UTC.
import { appWith, pieces } from './base.ts';

export const makeApp = () => appWith({ airUrl: (place) => pieces.airUrl(place).replace('&timezone=auto', '') });
