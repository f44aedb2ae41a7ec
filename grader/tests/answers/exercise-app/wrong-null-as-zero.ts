// A missing hour is 0.
import { appWith, mean } from './base.ts';

export const makeApp = () => appWith({ meanOf: (values) => mean(values.map((value) => value ?? 0)) });
