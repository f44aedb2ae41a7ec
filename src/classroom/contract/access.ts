import type { ApiRequest } from '../answer.ts';
import type { Parameters } from './parameters.ts';
import { refuse } from './refusal.ts';

/** Where a request that was let in may be answered from, or where it is sent. */
export type Access = { readonly kind: 'served' } | { readonly kind: 'redirect'; readonly location: string };

const DOMAIN = 'open-meteo.com';
const CUSTOMER = 'customer-';
/** The form of a real key. Nobody keeps accounts here, so every key of that form is a customer's. */
const KEY = /^[A-Za-z0-9]{16,}$/;

/**
 * Holds the rules of Open-Meteo's hosts: each serves its own paths, customers have hosts of their own and a key. Any
 * other host (127.0.0.1, a name in the classroom) serves every path and asks for no key.
 *
 * @throws {Refusal} 404 for a path that this host does not serve; 401 and 400 for the key
 */
export function checkAccess(request: ApiRequest, parameters: Parameters, hosts: readonly string[]): Access {
  const host = request.host.toLowerCase().replace(/:\d+$/, '');
  if (!host.endsWith(DOMAIN)) return { kind: 'served' };
  const name = host.slice(0, -DOMAIN.length).replace(/\.$/, '');
  const isCustomer = name.startsWith(CUSTOMER);
  if (!hosts.includes(isCustomer ? name.slice(CUSTOMER.length) : name)) refuse('Not Found', 404);
  const key = parameters.get('apikey')?.at(-1) ?? request.headers['x-api-key'];
  if (!isCustomer) return key === undefined ? { kind: 'served' } : sendToCustomers(request, host);
  if (key === undefined) return refuse('API key required. Please add &apikey= to the URL.', 401);
  if (!KEY.test(key)) refuse('The supplied API key is invalid.');
  return { kind: 'served' };
}

/** The service itself writes two slashes. */
function sendToCustomers({ method, url }: ApiRequest, host: string): Access {
  if (method === 'POST') refuse('Please use the customer- prefixed URL for POST requests');
  return { kind: 'redirect', location: `https://${CUSTOMER}${host}/${url}` };
}
