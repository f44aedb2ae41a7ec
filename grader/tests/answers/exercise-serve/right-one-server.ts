// One server for the whole module.
import { serverWith } from './base.ts';

const server = serverWith();

export const makeServer = () => server;
