// What the services said on one day, typed in.

const TOLD: Record<string, { id: number; lines: string[] }[]> = {
  "dad/ten": [{"id":28,"lines":["Why did I name the cat Cursor?","It always sits on the row I am reading."]},{"id":26,"lines":["Why did I put the router on the balcony?","The reviews said it needs open APIs and fresh air."]},{"id":25,"lines":["Why do I read the air quality aloud at dinner?","So that everybody takes it in."]},{"id":27,"lines":["How do I choose a running route?","I take the path with the fewest parameters."]}],
  "random": [{"id":7,"lines":["Why did the table hire a bouncer?","Everybody wanted to join."]}],
  "general/random": [{"id":19,"lines":["Why was the rain gauge so calm?","It took life one millimetre at a time."]}],
  "limerick/ten": [],
  "Programming 8": [{"id":7,"lines":["Why did the table hire a bouncer?","Everybody wanted to join."]},{"id":4,"lines":["How does a promise end an argument?","It settles."]},{"id":2,"lines":["What did the null say to the zero?","At least people know what you are worth."]},{"id":8,"lines":["Why are time zones so bad at poker?","Everyone can see their offset."]},{"id":1,"lines":["Why was the JSON file such a bad liar?","You could see right through its brackets."]},{"id":32,"lines":["I told my code about undefined. It had no idea what I meant."]},{"id":6,"lines":["What did the type checker say to the string?","I am sorry, I was promised a number."]},{"id":12,"lines":["Why do columns never argue?","They are all of the same length."]}],
  "Misc 1": [{"id":19,"lines":["Why was the rain gauge so calm?","It took life one millimetre at a time."]}],
  "Pun 1": [{"id":27,"lines":["How do I choose a running route?","I take the path with the fewest parameters."]}],
};

export async function officialJokes(path: string) {
  if (path === 'random/many') throw new Error('The passed path is not a number.');
  return TOLD[path] ?? [];
}

export async function apiJokes(category: string, amount: number) {
  if (category === 'Dark') throw new Error('No jokes were found that match your provided filter(s).');
  return TOLD[`${category} ${amount}`] ?? [];
}
