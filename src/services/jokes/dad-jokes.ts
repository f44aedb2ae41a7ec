import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { createDeck } from './deck.ts';
import { SINGLE_JOKES } from './jokes.ts';
import { seedOf } from './official.ts';

interface Ask {
  readonly Params: { readonly id: string };
  readonly Querystring: Readonly<Record<string, string | undefined>>;
}

interface DadJoke {
  readonly id: string;
  readonly joke: string;
}

const JOKES: readonly DadJoke[] = SINGLE_JOKES.map(({ id, joke }) => ({
  // Eleven letters and digits, as the real ids look.
  id: (id * 7_919_937_113_131).toString(36).padStart(11, '0').slice(-11),
  joke,
}));
const TAGS = ['jokes'];
const FORMATS = ['text/html', 'application/json', 'text/plain'];
const MOST_ON_A_PAGE = 30;
const USUAL_ON_A_PAGE = 20;

/** The twin of icanhazdadjoke: one address, three representations, chosen by Accept. */
export async function dadJokes(app: FastifyInstance): Promise<void> {
  const deck = createDeck(JOKES);
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('vary', 'Accept');
  });
  app.get<Ask>('/', { schema: about('A joke as JSON, text or a page, by Accept') }, (request, reply) => {
    const [joke] = deck.draw(1, seedOf(request.query.seed));
    return joke === undefined ? notFound(reply) : sendJoke(request, reply, joke);
  });
  app.get<Ask>('/j/:id', { schema: about('The joke with this id') }, (request, reply) => {
    const joke = JOKES.find(({ id }) => id === request.params.id);
    return joke === undefined ? notFound(reply) : sendJoke(request, reply, joke);
  });
  app.get<Ask>('/search', { schema: about('Jokes with a word, in pages') }, ({ query }) => search(query));
}

function sendJoke(request: FastifyRequest<Ask>, reply: FastifyReply, { id, joke }: DadJoke): FastifyReply {
  switch (formatOf(request)) {
    case 'application/json':
      return reply.send({ id, joke, status: 200 });
    case 'text/plain':
      return reply.type('text/plain; charset=utf-8').send(joke);
    default:
      return reply
        .type('text/html; charset=utf-8')
        .send(
          `<!doctype html>\n<html lang="en"><head><title>A joke</title></head><body><p>${joke}</p></body></html>\n`,
        );
  }
}

/** A page unless another form is asked for; curl, which asks for anything, gets text. */
function formatOf(request: FastifyRequest): string {
  const { 'user-agent': agent = '', accept = '*/*' } = request.headers;
  if (accept === '*/*') return agent.startsWith('curl/') ? 'text/plain' : 'text/html';
  const type = request.accepts().type(FORMATS);
  return typeof type === 'string' ? type : 'text/html';
}

function search(query: Ask['Querystring']) {
  const term = query.term ?? '';
  const limit = Math.min(MOST_ON_A_PAGE, wholeOf(query.limit, USUAL_ON_A_PAGE));
  const found = JOKES.filter(({ joke }) => joke.toLowerCase().includes(term.toLowerCase()));
  const pages = Math.max(1, Math.ceil(found.length / limit));
  const page = Math.min(pages, wholeOf(query.page, 1));
  return {
    current_page: page,
    limit,
    next_page: Math.min(pages, page + 1),
    previous_page: Math.max(1, page - 1),
    results: found.slice((page - 1) * limit, page * limit),
    search_term: term,
    status: 200,
    total_jokes: found.length,
    total_pages: pages,
  };
}

function wholeOf(text: string | undefined, usual: number): number {
  return text !== undefined && /^[1-9]\d{0,3}$/.test(text) ? Number(text) : usual;
}

function notFound(reply: FastifyReply): FastifyReply {
  return reply.code(404).send({ message: 'Joke with id not found', status: 404 });
}

function about(summary: string) {
  return { tags: TAGS, summary };
}
