import type { ComposeOptions, StartConversation } from '../../../shared/inbox/startSchema.ts';
import { mainLanguage } from '../../../shared/core/languages.ts';
import type { Context } from '../../context.ts';
import { notFound } from '../../core/http/failure.ts';
import { canonicalEmail } from '../../core/emailAddress.ts';
import { mailVisitorOf } from '../../core/mail/incoming/mailVisitor.ts';
import { isStopped } from '../../core/mail/queries.ts';
import { listConnected } from '../../core/mail/connected/queries.ts';
import { findPerson } from '../../core/people/privacy/queries/erasures.ts';
import type { Site } from '../../core/people/sites/sites.ts';
import { hasProven, isInBrowser, listByEmail } from '../../core/people/visitors/queries.ts';
import type { Visitor } from '../../core/people/visitors/visitor.ts';

type VisitorRow = Awaited<ReturnType<typeof listByEmail>>[number];

/** Somebody whom staff want to write to, and the ways that are open. */
export interface Recipient {
  shown: NonNullable<ComposeOptions['to']>;
  /** The visitor whose conversation it becomes by mail. */
  byMail: Visitor;
  /** The visitor whose conversation it becomes in the widget; null while nobody is there. */
  inWidget: Visitor | null;
}

const toVisitor = (row: VisitorRow): Visitor => ({
  id: row.id,
  siteId: row.siteId,
  name: row.name,
  email: row.email,
  emailVerified: row.emailVerifiedAt !== null,
  blocked: row.blockedAt !== null,
  subject: row.subject,
  isNew: false,
  secretHash: '',
});

/** The obstacle of an email to somebody; null for none. */
const mailObstacleOf = async (
  ctx: Context,
  site: Site,
  email: string | null,
  visitors: readonly string[],
): Promise<Recipient['shown']['mail']> => {
  if (!ctx.mailer.isConfigured && (await listConnected(ctx, site.id)).length === 0) return 'no_server';
  if (!email) return 'no_address';
  if (await ctx.refusesMails(site.id, visitors)) return 'refused';
  return (await isStopped(ctx, site.id, email)) ? 'stopped' : null;
};

const findContact = async (ctx: Context, site: Site, id: string): Promise<Recipient> => {
  const found = await findPerson(ctx, site.id, { visitor: id });
  const [first] = found?.rows ?? [];
  if (!found || !first) throw notFound();
  const withMail = first.email ? first : (found.rows.find(({ email }) => email) ?? first);
  const email = withMail.email;
  const isBlocked = found.rows.some(({ blockedAt }) => blockedAt !== null);
  let inWidget: VisitorRow | null = null;
  for (const row of [...found.rows].sort((one, other) => other.seenAt - one.seenAt))
    if (!inWidget && (await isInBrowser(ctx, site.id, row.id))) inWidget = row;
  return {
    shown: {
      name: first.name ?? found.rows.find(({ name }) => name)?.name ?? '',
      email,
      emailVerified: hasProven(withMail, email),
      language: first.language,
      mail: isBlocked ? 'blocked' : await mailObstacleOf(ctx, site, email, found.person.visitors),
      widget: isBlocked ? 'blocked' : inWidget ? null : 'unknown_there',
    },
    byMail: toVisitor(withMail),
    inWidget: inWidget && toVisitor(inWidget),
  };
};

/**
 * The one behind a typed address: who has shown that it is theirs, else the one whom only the address stands for. Who
 * merely typed it somewhere may be somebody else, and would read what is written to it.
 */
const findAddress = async (ctx: Context, site: Site, email: string, id: string): Promise<Recipient> => {
  const rows = await listByEmail(ctx, site.id, canonicalEmail(email));
  const proven = rows.find((row) => hasProven(row, email));
  const visitor = proven ? toVisitor(proven) : await mailVisitorOf(ctx, site, email, id);
  const visitors = [...new Set([...rows.map((row) => row.id), visitor.id])];
  return {
    shown: {
      name: visitor.name ?? '',
      email,
      emailVerified: proven !== undefined,
      language: proven?.language ?? mainLanguage(site.settings),
      // A no holds for the address, whoever of those with it said it.
      mail: visitor.blocked ? 'blocked' : await mailObstacleOf(ctx, site, email, visitors),
      widget: 'unknown_there',
    },
    byMail: visitor,
    inWidget: null,
  };
};

/**
 * Finds whom staff want to write to. @param id of the conversation that is to be
 * @throws Failure `not_found` for a contact that is not there
 */
export const findRecipient = (
  ctx: Context,
  site: Site,
  to: StartConversation['to'],
  id: string,
): Promise<Recipient> =>
  'contact' in to ? findContact(ctx, site, to.contact) : findAddress(ctx, site, to.email, id);
