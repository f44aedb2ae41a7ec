import type { Quad, Store, Term } from 'oxigraph';
import { AirlabError } from '../../errors.ts';
import { loadDriver } from '../driver.ts';
import type { TripleRow, Triples, TripleValue } from '../triples.ts';
import { plainValue, type WrittenTerm } from './values.ts';

/** The store inside this program. See `openTriples`. */
export async function openOxigraph(): Promise<Triples> {
  const { Store } = await loadDriver('oxigraph', () => import('oxigraph'));
  const store = new Store();
  return {
    engine: 'oxigraph (embedded)',
    query: async <Row extends object = TripleRow>(sparql: string) =>
      // The one border cast: the caller names the shape that its own SELECT gives.
      refusing('oxigraph', () => rowsOf(store, sparql)) as readonly TripleRow[] as readonly Row[],
    update: async (sparql) => refusing('oxigraph', () => store.update(sparql)),
    load: async (turtle) => refusing('oxigraph', () => store.load(turtle, { format: TURTLE })),
    close: async () => undefined,
  };
}

const TURTLE = 'text/turtle';

/**
 * The triples of a text in Turtle, one a line as SPARQL's INSERT DATA takes them.
 *
 * @throws AirlabError `SQL` when it is no Turtle.
 */
export async function nTriplesOf(turtle: string): Promise<string> {
  const { Store } = await loadDriver('oxigraph', () => import('oxigraph'));
  const store = new Store();
  refusing('the reader of Turtle', () => store.load(turtle, { format: TURTLE }));
  return store.dump({ format: 'application/n-triples', from_graph_name: DEFAULT_GRAPH });
}

/** As rows of `subject`, `predicate` and `object`. */
export async function rowsOfNTriples(text: string): Promise<readonly TripleRow[]> {
  const { Store } = await loadDriver('oxigraph', () => import('oxigraph'));
  const store = new Store();
  store.load(text, { format: 'application/n-triples' });
  return store.match().map(tripleRow);
}

const DEFAULT_GRAPH = { termType: 'DefaultGraph', value: '', equals: () => false } as const;

function rowsOf(store: Store, sparql: string): readonly TripleRow[] {
  const answer = store.query(sparql);
  if (typeof answer === 'boolean') return [{ answer }];
  if (typeof answer === 'string') return [{ answer }];
  return answer.map((one) => (one instanceof Map ? bindingRow(one) : tripleRow(one)));
}

const bindingRow = (binding: ReadonlyMap<string, Term>): TripleRow =>
  Object.fromEntries([...binding].map(([name, term]) => [name, ofTerm(term)]));

const tripleRow = ({ subject, predicate, object }: Quad): TripleRow => ({
  subject: ofTerm(subject),
  predicate: ofTerm(predicate),
  object: ofTerm(object),
});

function ofTerm(term: Term): TripleValue {
  const written: WrittenTerm = { type: term.termType, value: term.value };
  return plainValue(term.termType === 'Literal' ? { ...written, datatype: term.datatype.value } : written);
}

function refusing<Result>(who: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw new AirlabError(`${who} refused: ${error instanceof Error ? error.message : error}`, {
      code: 'SQL',
      trouble: 'yours',
      hint: 'Read the message from its end: it names the place. Prefixes must be declared, and triples end in a dot.',
      cause: error,
    });
  }
}
