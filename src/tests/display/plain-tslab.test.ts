import { displaySuite } from './jupyter-cases.ts';

void displaySuite('tslab');
