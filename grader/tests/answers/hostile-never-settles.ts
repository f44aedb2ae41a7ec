// A promise that nobody keeps.
export const hourlyPm25 = () => new Promise(() => {});
export const compareCities = () => new Promise(() => setInterval(() => {}, 1000));
export const showCities = () => ({ then: () => {} });
