/** A headline of ours; the numbers are how it fared. All people, places in the news and events are invented. */
export interface Headline {
  readonly title: string;
  readonly kind: 'story' | 'ask' | 'show' | 'job';
}

const STORIES = [
  'Town of Nordvig opens its air data, and nobody asks for a key',
  'We measured the same street with ten sensors and got eleven answers',
  'The school that runs only when the air says yes',
  'A small city replaced its traffic lights with a spreadsheet',
  'Why our PM2.5 chart was one hour wrong for two years',
  'The quiet cost of a column that changed its name',
  'Kestrel Bay counts its trees by hand, and then by satellite',
  'How a bakery halved its smoke with a timer and a diary',
  'Air pollution falls on car-free Sunday; the sensors were off',
  'A forecast is not a measurement, says the sensor on the roof',
  'Our cache was right and the data was not',
  'The harbour of Lindholm measures its ships in grams',
  'Ten years of rain in one text file',
  'What the wind knew: tracing dust back to a gravel pit',
  'The map that showed clean air wherever nobody lived',
  'Public data, private frustration: a year of asking city halls',
  'Every city has two rush hours, ours has three',
  'A bus line that publishes its delays before it has them',
  'The night the time zone changed and the alarm did not',
  'We taught a model to forecast smog, and then to say it does not know',
  'Low-cost sensors, high-cost corrections',
  'The village of Oresand heats with hay, and the numbers show it',
  'How to read a monitor: nulls are not zeros',
  'Two hospitals, one river, and a surprising air-quality map',
  'Paging through ten million rows, politely',
  'Our API answered 200 for a week. It was down for five days',
  'The clean-air walk: a route planner for asthma',
  'A librarian indexed every smoke complaint since 1911',
  'Bike counters of Marsk valley disagree about Tuesdays',
  'Open weather, closed windows',
  'Why the city of Brenholt sends its data by fax, still',
  'A graph of who pollutes whom',
  'The sensor network that ran for a year on solar lamps',
  'What happens to a joined table when a station moves',
  'Street trees or green roofs: a city compares in public',
  'A beginner finds a bug in the rounding of a national index',
  'The day Havn ran out of forecasts',
  'Retry-After: how one header saved our weekend',
  'The tax office of Solby publishes everything but its opening hours',
  'Fine particles, coarse politics',
  'When the unit is wrong by a thousand and the chart looks fine',
  'A ferry that slows down for the air',
  'How we moved ninety stations to UTC in one night',
  'The city dashboard nobody could refuse to like',
  'Fireworks, minute by minute: the air on New Year in five towns',
  'Small data: what one classroom learned with three sensors',
] as const;

const ASKED = [
  'Ask: How do you explain a missing hour to a mayor?',
  'Ask: Which city publishes the tidiest data?',
  'Ask: Do you trust a sensor that is never wrong?',
  'Ask: What is the oldest cron job that you dare not touch?',
] as const;

const SHOWN = [
  'Show: A window that opens when the street is clean',
  'Show: Postcards printed from yesterday’s wind',
  'Show: A terminal that hums with the traffic',
  'Show: My grandmother’s weather diary as an API',
  'Show: One line of code to compare two cities',
  'Show: A clock that tells the air instead of the time',
] as const;

const JOBS = [
  'Lindholm Harbour is looking for someone who can count ships',
  'Nordvig City (air data) hires its second developer',
  'Kestrel Bay Trees needs a patient mapmaker',
  'The Marsk Valley Bike Counters want a summer student',
] as const;

/** Sixty headlines, the loudest first. */
export const HEADLINES: readonly Headline[] = [
  ...STORIES.map((title) => ({ title, kind: 'story' as const })),
  ...ASKED.map((title) => ({ title, kind: 'ask' as const })),
  ...SHOWN.map((title) => ({ title, kind: 'show' as const })),
  ...JOBS.map((title) => ({ title, kind: 'job' as const })),
];

export const AUTHORS = [
  'adalin',
  'borge_h',
  'cirrus9',
  'dotte',
  'eskeli',
  'farid.m',
  'grusvej',
  'hanami3',
] as const;

export const COMMENTS = [
  'We had the same with a sensor on a south wall. It measured the sun.',
  'Is the raw data public? The article shows the mean only.',
  'Nice, but please write the unit on the axis.',
  'Counterpoint: the station moved in spring, so the years cannot be compared.',
  'I work next door to that gravel pit. It is Tuesdays.',
  'The nulls are the interesting part.',
  'Somebody should tell them about summer time.',
  'This is why we keep a copy of every answer, with its date.',
  'Our town tried it and gave up after the second winter.',
  'Thank you for showing how uncertain it is.',
] as const;
