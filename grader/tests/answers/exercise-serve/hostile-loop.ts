import { createServer } from 'node:http';

export const makeServer = () =>
  createServer(() => {
    for (;;);
  });
