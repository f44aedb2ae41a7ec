// The mean of what is there, held against 24 hours.
import { appWith, known, mean } from './base.ts';

export const makeApp = () => appWith({ meanOf: (values) => (known(values).length > 0 ? mean(known(values)) : null) });
