import type { Client } from 'openapi-fetch';
import type { components, operations, paths } from './api.js';

export type { components, operations, paths };

export interface FoyerOptions {
  /** Where the server is, such as `https://help.example.com`. */
  url: string;
  /** An API token of the site: `foyer_…`. */
  token: string;
  /** Stands in for the global `fetch`. */
  fetch?: (request: Request) => Promise<Response>;
}

/**
 * Makes a client of one Foyer server. Its methods are those of openapi-fetch: `GET`, `POST`, … with a path of the API;
 * each resolves to `{ data, error, response }`. Every write gets an `Idempotency-Key`, unless you give one.
 */
export declare const createFoyer: (options: FoyerOptions) => Client<paths>;
