export type JokeType = 'general' | 'programming' | 'knock-knock' | 'dad';

/** A joke in two parts. All of them were written for this course. */
export interface TwoPartJoke {
  readonly id: number;
  readonly type: JokeType;
  readonly setup: string;
  readonly punchline: string;
}

/** A joke in one sentence or two. */
export interface SingleJoke {
  readonly id: number;
  readonly type: JokeType;
  readonly joke: string;
}

export const JOKE_TYPES: readonly JokeType[] = ['general', 'knock-knock', 'programming', 'dad'];

const TWO_PARTS: readonly (readonly [JokeType, string, string])[] = [
  ['programming', 'Why was the JSON file such a bad liar?', 'You could see right through its brackets.'],
  ['programming', 'What did the null say to the zero?', 'At least people know what you are worth.'],
  ['programming', 'Why did the cache refuse to move on?', 'It was still living in the last answer.'],
  ['programming', 'How does a promise end an argument?', 'It settles.'],
  ['programming', 'Why was the loop so tired?', 'It was told to stop only when nothing is true.'],
  ['programming', 'What did the type checker say to the string?', 'I am sorry, I was promised a number.'],
  ['programming', 'Why did the table hire a bouncer?', 'Everybody wanted to join.'],
  ['programming', 'Why are time zones so bad at poker?', 'Everyone can see their offset.'],
  ['programming', 'Why did the client send the same PUT three times?', 'It knew that nobody would notice.'],
  ['programming', 'What does a server say when it means no?', '200, and then it changes the subject.'],
  ['programming', 'Why did the retry bring a clock?', 'Last time it came back too soon.'],
  ['programming', 'Why do columns never argue?', 'They are all of the same length.'],
  ['general', 'Why did the air sensor get a raise?', 'It had been above the particles all year.'],
  ['general', 'What did the smog say to the morning?', 'You cannot see it yet, but I am here for you.'],
  ['general', 'Why did the city plant a thousand trees?', 'It needed a better branch strategy.'],
  ['general', 'What do you call a forecast that is always right?', 'Yesterday.'],
  ['general', 'Why is the wind a poor secretary?', 'It moves every appointment to the east.'],
  ['general', 'What does a weather model have for breakfast?', 'Whatever the last run left over.'],
  ['general', 'Why was the rain gauge so calm?', 'It took life one millimetre at a time.'],
  ['general', 'Why did the thermometer leave the party?', 'It had lost a few degrees of patience.'],
  ['knock-knock', 'Knock knock. Who is there? Poll. Poll who?', 'Poll who? Poll who? Still nothing new.'],
  ['knock-knock', 'Knock knock. Who is there? Event. Event who?', 'Sit down, I will call you.'],
  [
    'knock-knock',
    'Knock knock. Who is there? Retry. Retry who?',
    'I will knock again in one, two, four seconds.',
  ],
  ['knock-knock', 'Knock knock. Who is there? Null. Null who?', 'Exactly.'],
  ['dad', 'Why do I read the air quality aloud at dinner?', 'So that everybody takes it in.'],
  ['dad', 'Why did I put the router on the balcony?', 'The reviews said it needs open APIs and fresh air.'],
  ['dad', 'How do I choose a running route?', 'I take the path with the fewest parameters.'],
  ['dad', 'Why did I name the cat Cursor?', 'It always sits on the row I am reading.'],
];

const SINGLES: readonly (readonly [JokeType, string])[] = [
  ['programming', 'I have a joke about rate limits. I will tell you in 60 seconds.'],
  ['programming', 'I wanted to write a joke about paging. See page two.'],
  ['programming', 'Our API is so polite that it answers 200 even when it has nothing to say.'],
  ['programming', 'I told my code about undefined. It had no idea what I meant.'],
  ['programming', 'There was a race in my last joke: you laughed before it ended.'],
  ['programming', 'The tests were green. The units were not: milligrams, micrograms, who counts.'],
  ['general', 'I asked the sensor for one number. It gave me its whole history and a time zone.'],
  ['general', 'My weather app and I have trust issues. It says it is 30 % my fault.'],
  ['general', 'The fog signed up for our mailing list. Nobody saw it coming.'],
  ['dad', 'I keep my backups in the cloud. It rained on Tuesday.'],
  ['dad', 'I opened the window to let the data breathe. Now it has been aired.'],
  ['dad', 'I sorted my friends by timestamp. The oldest came first and complained.'],
];

export const TWO_PART_JOKES: readonly TwoPartJoke[] = TWO_PARTS.map(([type, setup, punchline], index) => ({
  type,
  setup,
  punchline,
  id: index + 1,
}));

export const SINGLE_JOKES: readonly SingleJoke[] = SINGLES.map(([type, joke], index) => ({
  id: TWO_PARTS.length + index + 1,
  type,
  joke,
}));
