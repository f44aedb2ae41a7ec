// A question without a country is answered.
import { appWith, pieces } from './base.ts';

export const makeApp = () => appWith({ required: (query, name) => query.get(name) ?? (name === 'country' ? '' : pieces.required(query, name)) });
