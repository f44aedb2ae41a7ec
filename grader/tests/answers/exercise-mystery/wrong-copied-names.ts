export const cleanStation = () => `SELECT 'Harbour'`;
export const suspect = () => `SELECT 'Ditte Holm'`;
