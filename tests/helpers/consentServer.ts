import { createHash, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ConsentProvider } from '../../server/core/mail/consent/providers.ts';

/** A program as the test's provider knows it. */
export const testClient = { id: 'client-of-the-shop', secret: 's3cret of the client', tenant: '' };

interface Code {
  challenge: string;
  redirect: string;
}

export interface ConsentServer {
  /** The provider as the server under test is told of it. */
  provider(servers: Pick<ConsentProvider, 'imap' | 'smtp'>): ConsentProvider;
  /** Bodies that came to the token endpoint. */
  asked: URLSearchParams[];
  /** Tokens that were given, oldest first. */
  given: { access: string; refresh: string }[];
  /** Its answer instead of a token; null for a token. */
  answer: { status: number; headers?: Record<string, string>; body: object | string } | null;
  /** Awaited before each answer: a slow provider. */
  waits: Promise<unknown> | null;
  /** False where each refresh token goes on for good. */
  rotates: boolean;
  /** The scope that it says it gave. */
  scope: string;
  /** Called with each new access token. */
  onToken(access: string): void;
  /** Consents on the page of an address. @returns where the browser is sent back to */
  consent(page: string): URL;
  close(): Promise<void>;
}

const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');

/** A provider that gives tokens: codes with PKCE (RFC 7636), refresh tokens that are used up (RFC 6749). */
export const startConsentServer = async (): Promise<ConsentServer> => {
  const codes = new Map<string, Code>();
  const live = new Set<string>();
  const reads = async (request: AsyncIterable<Buffer>): Promise<URLSearchParams> => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    return new URLSearchParams(Buffer.concat(parts).toString('utf8'));
  };

  const isGranted = (body: URLSearchParams): boolean => {
    if (body.get('grant_type') === 'refresh_token') {
      const refresh = body.get('refresh_token') ?? '';
      return server.rotates ? live.delete(refresh) : live.has(refresh);
    }
    const code = codes.get(body.get('code') ?? '');
    codes.delete(body.get('code') ?? '');
    const challenge = createHash('sha256')
      .update(body.get('code_verifier') ?? '')
      .digest('base64url');
    return code?.challenge === challenge && code.redirect === body.get('redirect_uri');
  };

  const answerTo = (body: URLSearchParams): NonNullable<ConsentServer['answer']> => {
    if (server.answer) return server.answer;
    if (body.get('client_id') !== testClient.id || body.get('client_secret') !== testClient.secret)
      return { status: 401, body: { error: 'invalid_client' } };
    if (!isGranted(body)) return { status: 400, body: { error: 'invalid_grant' } };
    const access = `access-${server.given.length + 1}`;
    const isRefresh = body.get('grant_type') === 'refresh_token';
    const refresh =
      isRefresh && !server.rotates ? (body.get('refresh_token') ?? '') : `refresh-${randomUUID()}`;
    live.add(refresh);
    server.given.push({ access, refresh });
    server.onToken(access);
    const claims = {
      iss: 'https://elsewhere.example',
      aud: testClient.id,
      sub: '1',
      email: 'olga@shop.example',
    };
    return {
      status: 200,
      body: {
        token_type: 'Bearer',
        access_token: access,
        expires_in: 3_600,
        scope: server.scope,
        ...((!isRefresh || server.rotates) && { refresh_token: refresh }),
        ...(!isRefresh && { id_token: `${encode({ alg: 'RS256' })}.${encode(claims)}.x` }),
      },
    };
  };

  const consent = (page: string): URL => {
    const { searchParams: query } = new URL(page);
    const code = randomUUID();
    const redirect = query.get('redirect_uri') ?? '';
    codes.set(code, { challenge: query.get('code_challenge') ?? '', redirect });
    const back = new URL(redirect);
    back.search = new URLSearchParams({ code, state: query.get('state') ?? '' }).toString();
    return back;
  };

  const http = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://provider.test');
    if (url.pathname === '/authorize') {
      response.writeHead(302, { location: consent(url.href).href }).end();
      return;
    }
    void reads(request).then(async (body) => {
      server.asked.push(body);
      await server.waits;
      const { status, headers = {}, body: said } = answerTo(body);
      response
        .writeHead(status, { 'content-type': 'application/json', ...headers })
        .end(typeof said === 'string' ? said : JSON.stringify(said));
    });
  });
  await new Promise<void>((resolve) => {
    http.listen(0, '127.0.0.1', resolve);
  });
  const base = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  const server: ConsentServer = {
    provider: (servers) => ({
      issuer: () => base,
      authorizeUrl: () => `${base}/authorize`,
      tokenUrl: () => `${base}/token`,
      scope: 'openid email https://mail.google.com/',
      neededScope: 'https://mail.google.com/',
      parameters: { access_type: 'offline', prompt: 'consent' },
      ...servers,
    }),
    asked: [],
    given: [],
    answer: null,
    waits: null,
    rotates: true,
    scope: 'openid email https://mail.google.com/',
    onToken: () => {},
    consent,
    close: () =>
      new Promise((resolve) => {
        http.closeAllConnections();
        http.close(() => resolve());
      }),
  };
  return server;
};
