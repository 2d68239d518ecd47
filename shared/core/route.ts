export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * One entry of the HTTP contract: a method, a path with `:name` parameters, and (as types only) the shapes of
 * the query, the request body and the reply. Schemas are supplied by the server when it mounts the route, so that
 * a browser bundle which names a route carries two strings and nothing else.
 */
export interface Route<Body = undefined, Reply = unknown, Query = undefined> {
  readonly method: Method;
  readonly path: string;
  /** Phantom: never set at run time, carries the types to the client and to `mount`. */
  readonly types?: { body: Body; reply: Reply; query: Query };
}

/**
 * Names one route of the contract. See {@link Route}. It does nothing else, which bundlers are told: of a contract each
 * part carries only the routes that it calls.
 */
// @__NO_SIDE_EFFECTS__
export const route = <Body = undefined, Reply = unknown, Query = undefined>(
  method: Method,
  path: string,
): Route<Body, Reply, Query> => ({ method, path });

/**
 * Fills the `:name` parameters of a route's path.
 * @throws RangeError when a parameter is missing: a request to `/undefined/` helps nobody.
 */
export const fillPath = (path: string, parameters: Record<string, string>): string =>
  path.replace(/:([a-zA-Z]+)/g, (_, name: string) => {
    const value = parameters[name];
    if (!value) throw RangeError(name);
    return encodeURIComponent(value);
  });
