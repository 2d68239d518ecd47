import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { connect } from 'node:net';
import type { TLSSocket } from 'node:tls';

/** An answer to a look from outside. */
export interface Seen {
  status: number;
  headers: IncomingMessage['headers'];
  body: string;
  /** When its certificate ends, milliseconds; null without one. */
  certificateEnds: number | null;
}

/** Why there was no answer. */
export type ProbeFault = 'unknown_name' | 'refused' | 'timed_out' | 'expired' | 'not_trusted' | 'broken';

/** Looks at addresses of the operator's own configuration. */
export interface Probe {
  get(url: string): Promise<Seen | { fault: ProbeFault }>;
  /** Whether something listens there. */
  listens(host: string, port: number): Promise<boolean>;
}

const timeout = 5_000;
const maxBody = 10_000;

const faultOf = (code: string): ProbeFault => {
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'unknown_name';
  if (code === 'ECONNREFUSED' || code === 'EHOSTUNREACH' || code === 'ENETUNREACH') return 'refused';
  if (code === 'CERT_HAS_EXPIRED') return 'expired';
  return /CERT|ALTNAME|SELF_SIGNED|VERIFY/.test(code) ? 'not_trusted' : 'broken';
};

const endOf = (socket: IncomingMessage['socket']): number | null => {
  const certificate = 'getPeerCertificate' in socket ? (socket as TLSSocket).getPeerCertificate() : null;
  const ends = Date.parse(certificate?.valid_to ?? '');
  return Number.isNaN(ends) ? null : ends;
};

/** @param ca a certificate that is trusted besides those of the system */
export const createProbe = (ca?: string): Probe => ({
  get: (url) =>
    new Promise((resolve) => {
      const request = (url.startsWith('https:') ? requestHttps : requestHttp)(
        url,
        { timeout, agent: false, ...(ca !== undefined && { ca }) },
        (response) => {
          const certificateEnds = endOf(response.socket);
          let body = '';
          response.setEncoding('utf8');
          const done = (): void =>
            resolve({ status: response.statusCode ?? 0, headers: response.headers, body, certificateEnds });
          response.on('data', (part: string) => {
            body += part;
            if (body.length > maxBody) response.destroy();
          });
          response.on('close', done);
        },
      );
      request.on('timeout', () => request.destroy(Object.assign(new Error('slow'), { code: 'slow' })));
      request.on('error', (error: NodeJS.ErrnoException) =>
        resolve({ fault: error.code === 'slow' ? 'timed_out' : faultOf(error.code ?? '') }),
      );
      request.end();
    }),
  listens: (host, port) =>
    new Promise((resolve) => {
      const socket = connect({ host, port, timeout });
      const end = (found: boolean) => (): void => {
        socket.destroy();
        resolve(found);
      };
      socket.once('connect', end(true));
      socket.once('timeout', end(false));
      socket.once('error', end(false));
    }),
});
