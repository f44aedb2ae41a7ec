import { AirlabError, isAirlabError, OutsideError, UsageError } from '../../errors.ts';
import type { Answer } from '../../http/answer.ts';
import { createHttp, type Http } from '../../http/http.ts';
import type { TripleRow, Triples } from '../triples.ts';
import { nTriplesOf, rowsOfNTriples } from './oxigraph.ts';
import { plainValue } from './values.ts';

interface Endpoint {
  /** `http://localhost:3030/air/query`; name and password may stand in it. */
  readonly url: string;
  readonly updateUrl: string | undefined;
}

const ACCEPT = 'application/sparql-results+json, application/n-triples;q=0.9';
const TIMEOUT_MS = 30_000;

/** A SPARQL endpoint by HTTP, as SPARQL 1.1 Protocol has it. See `openTriples`. */
export async function openEndpoint(endpoint: Endpoint): Promise<Triples> {
  const url = parsedUrl(endpoint.url, 'AIRLAB_SPARQL_URL');
  const updateUrl =
    endpoint.updateUrl === undefined
      ? new URL(url.href.replace(/(query|sparql)\/?$/, 'update'))
      : parsedUrl(endpoint.updateUrl, 'AIRLAB_SPARQL_UPDATE_URL');
  const http = createHttp({ retries: 0, cache: false, timeoutMs: TIMEOUT_MS });
  const query = async <Row extends object = TripleRow>(sparql: string) => {
    const answer = await ask(http, url, { query: sparql });
    // The one border cast: the caller names the shape that its own SELECT gives.
    return (await rowsIn(answer, url)) as readonly TripleRow[] as readonly Row[];
  };
  const update = async (sparql: string): Promise<void> => {
    await ask(http, updateUrl, { update: sparql });
  };
  await query('ASK {}').catch(async (error: unknown) => {
    await http.close();
    throw error;
  });
  return {
    engine: `SPARQL endpoint ${url.pathname}`,
    query,
    update,
    load: async (turtle) => update(`INSERT DATA {\n${await nTriplesOf(turtle)}}`),
    close: () => http.close(),
  };
}

function parsedUrl(text: string, variable: string): URL {
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return new URL(text);
  throw new UsageError(
    `${variable} is no address of an endpoint.`,
    'Write it as in http://localhost:3030/air/query, then restart the kernel.',
    'SPARQL_URL',
  );
}

async function ask(http: Http, url: URL, form: Readonly<Record<string, string>>): Promise<Answer> {
  const answer = await http
    .post(url, { form, anyStatus: true, headers: { accept: ACCEPT } })
    .catch((error: unknown) => {
      throw isDown(error) ? serverDown(url, error) : error;
    });
  if (answer.status < 300) return answer;
  throw refusal(answer, url);
}

const isDown = (error: unknown): boolean => isAirlabError(error) && error.trouble !== 'usage';

const serverDown = (url: URL, cause: unknown): OutsideError =>
  new OutsideError(
    `The SPARQL endpoint at ${url.host} does not answer.`,
    'Start it (npm run servers shows what this machine has), or unset AIRLAB_SPARQL_URL to use the embedded one.',
    'SERVER_DOWN',
    cause,
  );

function refusal(answer: Answer, url: URL): AirlabError {
  const { status } = answer;
  const says = answer.text.trim().split('\n').slice(0, 6).join('\n').slice(0, 600);
  const at = `${url.host}${url.pathname}`;
  if (status === 401 || status === 403)
    return new OutsideError(
      `The SPARQL endpoint at ${at} refused the name or the password (${status}).`,
      'Correct them in AIRLAB_SPARQL_URL, as in http://NAME:PASSWORD@HOST/query; then restart the kernel.',
      'WRONG_CREDENTIALS',
    );
  if (status === 404 || status === 405)
    return new OutsideError(
      `There is no SPARQL endpoint at ${at}: it answered ${status}.`,
      'Look up the addresses for questions and for changes in its documentation: AIRLAB_SPARQL_URL and AIRLAB_SPARQL_UPDATE_URL.',
      'SPARQL_URL',
    );
  if (status >= 500)
    return new OutsideError(
      `The SPARQL endpoint at ${at} failed: it answered ${status}. ${says}`,
      "Look into the endpoint's own log, then run the cell again.",
      'SERVER_DOWN',
    );
  return new AirlabError(`The SPARQL endpoint refused: ${says}`, {
    code: 'SQL',
    trouble: 'yours',
    hint: 'Read the message from its end: it names the place. Prefixes must be declared, and triples end in a dot.',
  });
}

async function rowsIn(answer: Answer, url: URL): Promise<readonly TripleRow[]> {
  const type = answer.headers['content-type'] ?? '';
  if (type.includes('n-triples')) return rowsOfNTriples(answer.text);
  const body: unknown = type.includes('json') ? answer.json() : undefined;
  if (isRecord(body) && typeof body.boolean === 'boolean') return [{ answer: body.boolean }];
  const bindings: unknown = isRecord(body) && isRecord(body.results) ? body.results.bindings : undefined;
  if (Array.isArray(bindings)) return bindings.map(rowOf);
  throw new OutsideError(
    `${url.host}${url.pathname} answered, but not as a SPARQL endpoint does (${type || 'no content type'}).`,
    'Point AIRLAB_SPARQL_URL to the address for questions, not to a page about it.',
    'SPARQL_URL',
  );
}

/** An unbound variable is left out, as oxigraph does it. */
function rowOf(binding: unknown): TripleRow {
  const terms = isRecord(binding) ? Object.entries(binding) : [];
  return Object.fromEntries(
    terms.map(([name, term]) => {
      const { type, value, datatype } = isRecord(term) ? term : {};
      return [
        name,
        plainValue({
          type: String(type),
          value: String(value ?? ''),
          datatype: typeof datatype === 'string' ? datatype : undefined,
        }),
      ];
    }),
  );
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
