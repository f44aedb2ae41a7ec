import type { ApiRequest } from '../answer.ts';
import { readParameters } from './parameters.ts';
import { refuse } from './refusal.ts';
import type { Reply } from './respond.ts';

const DOMAIN = 'open-meteo.com';
const CUSTOMER = 'customer-';
/** The form of a real key. Nobody keeps accounts here, so every key of that form is a customer's. */
const KEY = /^[A-Za-z0-9]{16,}$/;

/**
 * Holds the rules of Open-Meteo's hosts: each serves its own paths, customers have hosts of their own and a key. Any
 * other host (127.0.0.1, a name in the classroom) serves every path and asks for no key.
 *
 * @returns the redirect that is to be answered instead, if there is one
 * @throws {Refusal} 404 for a path that this host does not serve; 401 and 400 for the key
 * @example admit(request, ['air-quality-api']) // undefined: go on
 */
export function admit(request: ApiRequest, hosts: readonly string[]): Reply | undefined {
  const host = request.host.toLowerCase().replace(/:\d+$/, '');
  if (!host.endsWith(DOMAIN)) return undefined;
  const name = host.slice(0, -DOMAIN.length).replace(/\.$/, '');
  const isCustomer = name.startsWith(CUSTOMER);
  if (!hosts.includes(isCustomer ? name.slice(CUSTOMER.length) : name)) refuse('Not Found', 404);
  const key = readParameters(request).get('apikey')?.at(-1) ?? request.headers['x-api-key'];
  if (!isCustomer) return key === undefined ? undefined : sendToCustomers(request, host);
  if (key === undefined) return refuse('API key required. Please add &apikey= to the URL.', 401);
  return KEY.test(key) ? undefined : refuse('The supplied API key is invalid.');
}

/** The service itself writes two slashes. */
function sendToCustomers({ method, url }: ApiRequest, host: string): Reply {
  if (method === 'POST') refuse('Please use the customer- prefixed URL for POST requests');
  return { status: 303, headers: { location: `https://${CUSTOMER}${host}/${url}` }, body: '' };
}
