import { mainLanguage } from '../../../shared/core/languages.ts';
import type { MailKind } from '../../../shared/core/mail/schema.ts';
import type { Context } from '../../context.ts';
import type { Job, JobResult } from '../jobs/work.ts';
import { askToConfirm } from '../mail/followLetter.ts';
import { type MailPurpose, mailToken } from '../mail/signing.ts';
import { mailLanguage } from '../mail/texts.ts';
import { fill } from '../pages/texts.ts';
import type { Follower } from './table.ts';

/** Texts of the question whether an address is its giver's. */
export type ConfirmTexts = Readonly<Record<'confirmSubject' | 'confirmLead' | 'confirmButton', string>>;

/** Asks whose address was given whether it was they, unless they have said so, or said that they want nothing. */
export const askFollower = async (
  ctx: Context,
  job: Job,
  given: {
    follower: Follower | null;
    kind: MailKind;
    /** The subject of the follow. */
    about: string;
    isConfirmed(ctx: Context, siteId: string, email: string): Promise<boolean>;
    textsOf(language: string): ConfirmTexts;
    /** The path of the page behind the button, and the purpose of its token. */
    path: string;
    purpose: MailPurpose;
  },
): Promise<JobResult> => {
  const { follower, kind, about, isConfirmed, textsOf, path, purpose } = given;
  const site = await ctx.sites.byId(job.siteId);
  if (!site || !follower || follower.confirmedAt !== null || follower.endedAt !== null)
    return { kind: 'done' };
  const language = mailLanguage(follower.language, mainLanguage(site.settings));
  const texts = textsOf(language.tag);
  // The title of a page or a question is a stranger's: ours is the site's.
  const values = { site: site.name, title: site.name };
  return askToConfirm(ctx, job, {
    site,
    kind,
    about,
    address: follower.email,
    isProven: await isConfirmed(ctx, site.id, follower.email),
    language,
    words: {
      subject: fill(texts.confirmSubject, values),
      lead: fill(texts.confirmLead, values),
      button: texts.confirmButton,
    },
    href: `${ctx.config.publicUrl}${path}/follow/${mailToken(ctx, purpose, follower.id)}`,
  });
};
