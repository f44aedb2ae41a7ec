// The school in Roskilde buys sensors in Beijing, and its budget wants one table of exchange rates. The service has two
// versions with two shapes; some day the old one goes, and in some places the new one is not there yet:
// https://api.frankfurter.dev/v2/rates?base=EUR&quotes=CNY,DKK&from=2025-03-03&to=2025-03-14
// https://api.frankfurter.dev/v1/2025-03-03..2025-03-14?base=EUR&symbols=CNY,DKK        Grade:  grade exercise-rates

/** One row of the table: so many `quote` for one `base`. No rates are published on weekends and holidays: no row. */
export interface Rate {
  /** '2025-03-03' */
  date: string;
  base: string;
  quote: string;
  rate: number;
}

/** Version 1: the codes are names. The numbers are for `amount` of the base. */
export interface Version1 {
  amount: number;
  base: string;
  start_date: string;
  end_date: string;
  rates: { [date: string]: { [quote: string]: number } };
}

/** Version 2: rows, as the table has them. */
export type Version2 = Rate[];

/**
 * Part 1. The rows in a body of either version, by date, then by quote. Anything else, such as { message: 'not found' },
 * is an Error.
 */
export function rowsOf(body: unknown): Rate[] {
  // TODO: which version is it?
  return [];
}

/**
 * Part 2. The table for the days from `from` to `to` and no others: a range that begins on a Sunday begins with the
 * Friday before, in both versions. Ask version 2; only where it is not there (404), ask version 1. When the service says
 * that the question is wrong, throw an Error with its `message`.
 */
export async function ratesTable(base: string, quotes: string[], from: string, to: string): Promise<Rate[]> {
  // TODO: ask, use part 1, keep the days that were asked for.
  return [];
}
