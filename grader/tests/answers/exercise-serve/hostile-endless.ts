// Answers without an end.
import { createServer } from 'node:http';

export const makeServer = () =>
  createServer((_, response) => {
    const more = () => {
      if (response.write('{"city":"Roskilde"'.repeat(100))) setImmediate(more);
      else response.once('drain', more);
    };
    more();
  });
