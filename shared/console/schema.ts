import { z } from 'zod';
import { reportKind } from '../core/reports/schema.ts';
import { email, id, instant, line, longest, someLine } from '../core/fields.ts';
import type { SiteSettings } from '../siteSettings.ts';
import { coreSettings } from '../core/people/settings.ts';
import { me, role } from '../core/people/staff.ts';
import { keepsPlaceholders } from './placeholders.ts';

/** An exact origin of pages: scheme, host, port; no path. */
export const origin = line(300).refine(
  (text) => /^https?:\/\//.test(text) && URL.canParse(text) && new URL(text).origin === text,
);

export const siteName = someLine(60);

/** Everything that an owner sets of a site: what is saved at once, undone at once, exported and imported. */
export interface SiteDocument {
  name: string;
  origins: string[];
  settings: SiteSettings;
}

/** @param settings what the features of the server let an owner set */
export const siteDocument = (settings: z.ZodType<SiteSettings>): z.ZodType<SiteDocument> =>
  z
    .strictObject({
      name: siteName,
      origins: z.array(origin).max(50),
      settings,
    })
    .superRefine(({ settings: { texts: ownTexts } }, context) => {
      for (const [language, texts] of Object.entries(ownTexts))
        for (const [key, text] of Object.entries(texts))
          if (!keepsPlaceholders(key, text))
            context.addIssue({
              code: 'custom',
              path: ['settings', 'texts', language, key],
              params: { code: 'invalid' },
            });
    });

export const revisionKinds = ['start', 'change', 'undo', 'import'] as const;
export type RevisionKind = (typeof revisionKinds)[number];

const revision = z.number().int().min(1);

/** As stored, which an earlier version or the command line may have done under other rules: shown, so that it can be mended. */
const storedDocument = z.object({
  name: z.string(),
  origins: z.array(z.string()),
  settings: z.looseObject({}),
}) as unknown as z.ZodType<SiteDocument>;

export const saved = (settings: z.ZodType<SiteSettings>) =>
  z.object({
    key: z.string(),
    revision,
    document: storedDocument,
    /** The settings of a site that nobody has changed: where "reset" goes. */
    defaults: settings,
  });
export type Saved = z.infer<ReturnType<typeof saved>>;

/** `revision` is the one that the change was made on; when there is a newer one, nothing is written. */
export const saveDocument = (settings: z.ZodType<SiteSettings>) =>
  z.strictObject({ revision, document: siteDocument(settings) });
export type SaveDocument = z.infer<ReturnType<typeof saveDocument>>;
export const undoTo = z.strictObject({ revision, to: revision });

export const history = z.object({
  revisions: z.array(
    z.object({
      revision,
      at: instant,
      by: z.string().nullable(),
      kind: z.enum(revisionKinds),
      /** Dotted paths of what it changed, at most 20. */
      changed: z.array(z.string()),
      /** The first 20 values that it changed; what is long is cut, what is secret is not in it. */
      changes: z.array(z.object({ path: z.array(z.string()), before: z.unknown(), after: z.unknown() })),
    }),
  ),
});
export type History = z.infer<typeof history>;

export const exportFormat = 'foyer-settings';
export const exportVersion = 1;

export const exported = z.object({
  format: z.literal(exportFormat),
  version: z.literal(exportVersion),
  exportedAt: instant,
  site: z.string(),
  document: storedDocument,
});

/** The file as it is; what it lacks, because an earlier version wrote it, is filled in before it is checked. */
export const importFile = z.strictObject({
  revision,
  file: z.looseObject({
    format: z.literal(exportFormat),
    version: z.literal(exportVersion),
    document: z.looseObject({ settings: z.looseObject({}) }),
  }),
  /** False only tells what would change. */
  apply: z.boolean(),
});

export const importReply = (settings: z.ZodType<SiteSettings>) =>
  z.object({
    changes: z.array(z.object({ path: z.array(z.string()), before: z.unknown(), after: z.unknown() })),
    saved: saved(settings),
  });
export type ImportReply = z.infer<ReturnType<typeof importReply>>;

export const colleague = z.object({
  id,
  name: z.string(),
  email: z.string(),
  role,
  since: instant,
  /** Invited, and has not accepted yet. */
  pending: z.boolean(),
});
export type Colleague = z.infer<typeof colleague>;
export const colleagues = z.object({
  people: z.array(colleague),
  /** Whether invitations are also sent by email. */
  hasMail: z.boolean(),
});

/** The checklist of a new site: each point is true once it was there. */
export const checklist = z.object({
  snippetSeen: z.boolean(),
  /** Whether a mail server is set up. */
  hasMail: z.boolean(),
  colleagueInvited: z.boolean(),
  firstReply: z.boolean(),
});
export type Checklist = z.infer<typeof checklist>;
/** The address that a test mail went to. */
export const testMailReply = z.object({ to: z.string() });

/** 256 random bits, base64url: made by who hands it on, kept as a hash. */
export const secret = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

const personName = someLine(longest.name);

/** The id and the link's secret are made by the browser, so that a repeated invitation is one. */
export const invite = z.strictObject({ id, email, name: personName, role, secret });
export const renewLink = z.strictObject({ secret });
/** A change of a person's role on a site; the account is theirs. */
export const changePerson = z.strictObject({ role });
export const personReply = z.object({ person: colleague });

export const installation = z.object({
  origin: z.string(),
  /** Whether the site lets it in now. */
  allowed: z.boolean(),
  /** Whether it was let in when it was last seen. */
  worked: z.boolean(),
  firstSeen: instant,
  lastSeen: instant,
});
export type Installation = z.infer<typeof installation>;

/** Faults on the site's pages within a month, one a kind, the newest first. */
export const trouble = z.object({
  kind: reportKind,
  count: z.number().int(),
  /** The newest detail: for `csp` the directive that blocked, and the host that it kept out. */
  detail: z.string(),
  origin: z.string().nullable(),
  at: instant,
});
export type Trouble = z.infer<typeof trouble>;

export const installationsReply = z.object({
  /** The address of a reverse proxy that is not trusted; null when there is none. */
  untrustedProxy: z.string().nullable(),
  installations: z.array(installation),
  troubles: z.array(trouble),
  now: instant,
});

export const pageTextsQuery = z.object({ language: z.string().max(longest.language) });
/** Our own texts of the public pages, under the keys of the owner's (`page.name`, `page.name.one`). */
export const pageTextsReply = z.object({ texts: z.record(z.string(), z.string()) });

export const welcomeLink = z.strictObject({ secret });
export const welcomeReply = z.object({
  /** As who invites them calls them. */
  name: z.string(),
  email: z.string(),
  site: z.string(),
  /** The address has an account: its owner logs in to join. */
  hasAccount: z.boolean(),
});
export type WelcomeReply = z.infer<typeof welcomeReply>;
const newPassword = z.string().min(10).max(1_000);
export const welcomePassword = z.strictObject({ secret, name: personName, password: newPassword });

export const setupCode = z.strictObject({ code: z.string().max(100) });
/** Only what the wizard asks for; everything else starts with its default. */
export const setup = z.strictObject({
  code: z.string().max(100),
  owner: z.strictObject({ name: personName, email, password: newPassword }),
  site: z.strictObject({
    key: z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/),
    name: siteName,
    origins: z.array(origin).max(50),
    settings: z
      .object(coreSettings.fields)
      .pick({ languages: true, theme: true, hours: true, greeting: true }),
  }),
});
export type Setup = z.infer<typeof setup>;
export const setupReply = z.object({ me, key: z.string() });
