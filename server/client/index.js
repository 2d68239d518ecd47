import createFetchClient from 'openapi-fetch';

/** Gives each write a key of its own, unless the caller gave one: whoever sends it again gets the first answer. */
const idempotency = {
  onRequest({ request }) {
    if (request.method !== 'GET' && !request.headers.has('idempotency-key'))
      request.headers.set('idempotency-key', crypto.randomUUID());
    return request;
  },
};

/** Makes a client of one Foyer server. See README.md. */
export const createFoyer = ({ url, token, fetch }) => {
  const client = createFetchClient({
    baseUrl: url,
    headers: { authorization: `Bearer ${token}` },
    ...(fetch && { fetch }),
  });
  client.use(idempotency);
  return client;
};
