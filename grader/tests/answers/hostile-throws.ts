// Throws all kinds of things, now and later.
process.on('uncaughtException', () => {});

export const hourlyPm25 = async () => {
  throw { toString: () => '\u001b[2J\u0007 owned', name: 7 };
};
export const compareCities = async () => {
  setTimeout(() => {
    throw null;
  }, 5);
  Promise.reject(undefined);
  await new Promise((resolve) => setTimeout(resolve, 20));
  return [];
};
export const showCities = () => {
  throw new Proxy(new Error('x'), {
    get: () => {
      throw new Error('again');
    },
  });
};
