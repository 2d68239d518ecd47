import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

/** A person as the provider knows them. */
export interface ProviderPerson {
  sub: string;
  email?: string;
  email_verified?: boolean;
  name?: string;
  groups?: string[];
}

export const clientId = 'foyer';
export const clientSecret = 'a-secret-of-the-provider';

/** A real OpenID provider on a free port, at which whoever comes is logged in at once as its `person`. */
export const startIdentityProvider = async (redirectUris: string[] = []) => {
  const people = new Map<string, ProviderPerson>();
  const stand = { person: { sub: 'nobody' } as ProviderPerson, isAway: false };
  const clientOf = (uris: string[]) => ({
    client_id: clientId,
    client_secret: clientSecret,
    redirect_uris: uris,
    grant_types: ['authorization_code'],
    response_types: ['code' as const],
  });
  let handle: ReturnType<Provider['callback']> = () => Promise.resolve();
  const server = createServer((request, response) => {
    if (stand.isAway) response.writeHead(503).end();
    else void handle(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const issuer = `http://${host}`;
  const open = (uris: string[]): Provider => {
    const provider = new Provider(issuer, {
      clients: [clientOf(uris)],
      pkce: { required: () => true },
      claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'], groups: ['groups'] },
      scopes: ['openid', 'email', 'profile', 'groups'],
      findAccount: (_, sub) => ({
        accountId: sub,
        claims: () => ({ ...people.get(sub), sub }),
      }),
      interactions: { url: (_, { uid }) => `/come-in/${uid}` },
      features: { devInteractions: { enabled: false } },
      cookies: { keys: ['a key of the tests'] },
      async loadExistingGrant({ oidc }) {
        const grant = new oidc.provider.Grant({
          clientId,
          accountId: oidc.session?.accountId ?? '',
        });
        grant.addOIDCScope('openid email profile groups');
        await grant.save();
        return grant;
      },
    });
    const answer = provider.callback();
    handle = async (request, response) => {
      if (!request.url?.startsWith('/come-in/')) return answer(request, response);
      people.set(stand.person.sub, stand.person);
      await provider.interactionFinished(request, response, { login: { accountId: stand.person.sub } });
    };
    return provider;
  };
  let provider = open(redirectUris);
  return {
    issuer,
    host,
    stand,
    /** Registers the addresses that it sends browsers back to. */
    allow(uris: string[]) {
      provider = open(uris);
    },
    /** Makes a code one that is no longer taken. */
    async forgetCode(code: string) {
      await (await provider.AuthorizationCode.find(code))?.destroy();
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
};
export type IdentityProvider = Awaited<ReturnType<typeof startIdentityProvider>>;
