import { z } from 'zod';
import { line, someLine } from '../core/fields.ts';
import { role } from '../core/people/staff.ts';

const issuer = line(500).refine((text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol), {
  params: { code: 'invalid' },
});

/** A scope's name (RFC 6749, 3.3). */
const scope = z.string().regex(/^[\x21\x23-\x5b\x5d-\x7e]{1,100}$/);
const domain = z.string().regex(/^(?=.{1,253}$)(?:[\p{L}\p{N}-]{1,63}\.)+[\p{L}\p{N}-]{2,63}$/u);

/** A group of the provider, and the role that its members have on the site. */
export const groupRole = z.strictObject({ group: someLine(200), role });
export type GroupRole = z.infer<typeof groupRole>;

const fields = {
  issuer,
  clientId: someLine(300),
  /** Asked for besides `openid`. */
  scopes: z.array(scope).max(20),
  /** The button on the login page, whole: "Log in with Acme". */
  label: someLine(60),
  /** The claim that lists a person's groups; empty for none. Dots lead into objects. */
  groupsClaim: line(100),
  groups: z.array(groupRole).max(100),
  /** Whether people whom nobody invited get an account with their first login. */
  provisions: z.boolean(),
  /** The role of those in none of the groups; null keeps them out. */
  defaultRole: role.nullable(),
  /** Domains of the email addresses that may log in; empty for all. */
  domains: z.array(domain).max(50),
  isOn: z.boolean(),
  /** True where it's the only way in for everyone but owners. */
  isOnlyWay: z.boolean(),
};

export const saveProvider = z
  .strictObject({
    ...fields,
    /** Absent: the secret stays as it is. */
    clientSecret: z.string().min(1).max(1_000).optional(),
  })
  .meta({
    examples: [
      {
        issuer: 'https://login.example.com',
        clientId: 'foyer',
        clientSecret: 'a secret of the provider',
        scopes: ['email', 'profile', 'groups'],
        label: 'Log in with Example',
        groupsClaim: 'groups',
        groups: [{ group: 'support', role: 'agent' }],
        provisions: true,
        defaultRole: null,
        domains: ['example.com'],
        isOn: true,
        isOnlyWay: false,
      },
    ],
  });
export type SaveProvider = z.infer<typeof saveProvider>;

/** A site's provider. Its secret is never shown again. */
export const provider = z.object(fields);
export type Provider = z.infer<typeof provider>;

export const providerPage = z.object({
  /** Null where there is none. */
  provider: provider.nullable(),
  /** The address that the provider has to know. */
  redirectUri: z.string(),
  /** The address that logs somebody in, for a start page or a portal. */
  loginUri: z.string(),
});
export type ProviderPage = z.infer<typeof providerPage>;

/** Ways in that the login page offers. */
export const loginProviders = z.object({
  providers: z.array(z.object({ label: z.string(), path: z.string() })),
});
export type LoginProviders = z.infer<typeof loginProviders>;
