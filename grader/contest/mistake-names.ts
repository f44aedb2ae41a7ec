/** What the mistakes of an answer on air data are called on screen, without the numbers that a report would give. */
export const MISTAKE_NAMES: Readonly<Record<string, string>> = {
  'calendar-day': 'taking the calendar day for the last 24 hours',
  'calendar-days': 'taking calendar days for the last 72 hours',
  'exchanged-cities': 'exchanging the cities',
  factor: 'multiplying by a factor',
  'fixed-dates': 'asking for the same dates every day',
  'forecast-hours': 'including forecast hours',
  frozen: 'giving the numbers of the unchanged data',
  'hour-24': 'writing midnight as 24:00',
  'local-as-utc': 'reading local time as UTC',
  'local-times': 'giving local times as UTC',
  'made-up': 'making numbers up when the service fails',
  'max-24': 'taking the maximum of 24 hours, not 72',
  'nulls-replaced': 'going back further for missing hours',
  'other-city': 'using the numbers of another city',
  'other-length': 'taking another number of hours',
  'other-window': 'taking hours that end too early',
  'running-hour': 'including the hour that is still running',
  'same-city': 'using one city for all',
  'swapped-coordinates': 'swapping latitude and longitude',
  'text-numbers': 'giving numbers as text',
  'utc-as-local': 'reading UTC as local time',
};

/**
 * In words: those of other exercises have ids that can be read.
 *
 * @example mistakeName('utc-as-local') // 'reading UTC as local time'
 */
export const mistakeName = (id: string): string => MISTAKE_NAMES[id] ?? id.replaceAll('-', ' ');
