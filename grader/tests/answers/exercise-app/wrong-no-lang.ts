// The page has no language.
import { appWith, pieces } from './base.ts';

export const makeApp = () => appWith({ page: (title, body) => pieces.page(title, body).replace(' lang="en"', '') });
