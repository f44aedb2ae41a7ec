import type { Mistake } from '../../judge/setting.ts';
import type { Slip } from './rows.ts';

const says = (id: string, words: string): Mistake => ({ id, says: words });

/** The known mistakes in words; each completes "consistent with …". */
export const SLIPS_SAY: Readonly<Record<Slip | 'other-order' | 'frozen' | 'rows-too-many', Mistake>> = {
  'inner-for-left-join': says('inner-for-left-join', 'JOIN, which drops what has no partner, for LEFT JOIN'),
  'count-star': says('count-star', 'count(*), which counts rows, for count of a column, which counts values'),
  'null-is-zero': says('null-is-zero', 'taking a gap (NULL) for 0'),
  'no-group-by': says('no-group-by', 'an aggregate without GROUP BY, which makes one row of all'),
  'where-for-having': says(
    'where-for-having',
    'a condition on single hours (WHERE) for one on the group (HAVING)',
  ),
  'mean-of-means': says(
    'mean-of-means',
    'a mean of the stations’ means, where each hour should count the same',
  ),
  'at-least': says('at-least', '>= for above'),
  'utc-day': says('utc-day', 'taking the day of UTC for the day of the city'),
  'between-end': says('between-end', 'BETWEEN with a day as its end: no time of that day is that small'),
  'no-partition': says(
    'no-partition',
    'a window over all stations, so that the hour before is another station’s',
  ),
  'fall-as-rise': says('fall-as-rise', 'the hour before minus this one'),
  'other-order': says('other-order', 'another order, or none: without ORDER BY rows come as they like'),
  frozen: says('frozen', 'rows that were copied from the visible data'),
  'rows-too-many': says('rows-too-many', 'a join or a group that gives more rows than asked for'),
};
