import { openOxigraph } from './triples/oxigraph.ts';
import { openEndpoint } from './triples/sparql-endpoint.ts';

/** A value of a row: an IRI and a text as a string, numbers and truth as they are, `null` where nothing was found. */
export type TripleValue = null | boolean | number | string;

/** One row of an answer, by the variables after SELECT. */
export type TripleRow = Readonly<Record<string, TripleValue>>;

/** A store of triples that is asked in SPARQL. */
export interface Triples {
  /** `oxigraph (embedded)`, or the address of the endpoint without its password. */
  readonly engine: string;
  /**
   * Asks. SELECT gives its rows, ASK one row `{ answer }`, CONSTRUCT rows of `subject`, `predicate` and `object`.
   *
   * @throws AirlabError `SQL` when the engine refuses the question, `SERVER_DOWN`, `WRONG_CREDENTIALS`.
   * @example await triples.query('PREFIX : <https://airlab.example/> SELECT ?city { ?city a :City }')
   */
  readonly query: <Row extends object = TripleRow>(sparql: string) => Promise<readonly Row[]>;
  /** Changes: INSERT, DELETE and the other verbs of SPARQL Update. */
  readonly update: (sparql: string) => Promise<void>;
  /** Adds the triples of a text in Turtle. What is there already is not there twice. */
  readonly load: (turtle: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface TriplesOptions {
  /**
   * Names the endpoint: AIRLAB_SPARQL_URL for questions, AIRLAB_SPARQL_UPDATE_URL for changes (by itself the same
   * address with `update` for `query` or `sparql`). @default process.env
   */
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/**
 * Opens a store of triples: oxigraph in the memory of this program or, where AIRLAB_SPARQL_URL names one, any SPARQL
 * endpoint. The same questions run on both.
 *
 * @throws OutsideError `DRIVER_MISSING`, `SERVER_DOWN`, `WRONG_CREDENTIALS`, `SPARQL_URL`.
 * @example
 * const triples = await openTriples();
 * await triples.load('@prefix : <https://airlab.example/> . :roskilde a :City .');
 * await triples.query('SELECT (count(*) AS ?n) { ?s ?p ?o }'); // [{ n: 1 }]
 */
export function openTriples({ env = process.env }: TriplesOptions = {}): Promise<Triples> {
  const { AIRLAB_SPARQL_URL: url, AIRLAB_SPARQL_UPDATE_URL: updateUrl } = env;
  return url ? openEndpoint({ url, updateUrl }) : openOxigraph();
}
