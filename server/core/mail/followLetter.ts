import type { MailKind } from '../../../shared/core/mail/schema.ts';
import type { Context } from '../../context.ts';
import type { Job, JobResult } from '../jobs/work.ts';
import type { Site } from '../people/sites/sites.ts';
import { sendOnce } from './sendOnce.ts';
import type { MailLanguage } from './texts.ts';

/**
 * Asks whose address was given for following something public whether it was they. Nothing that a stranger wrote is in
 * it, a title neither.
 */
export const askToConfirm = (
  ctx: Context,
  job: Job,
  given: {
    site: Site;
    kind: MailKind;
    /** The subject of the follow. */
    about: string;
    address: string;
    /** Whether they said yes to another such question before. */
    isProven: boolean;
    language: MailLanguage;
    /** The question's subject, its sentence, and the button that says yes. */
    words: { subject: string; lead: string; button: string };
    /** Where a yes is said. */
    href: string;
  },
): Promise<JobResult> => {
  const { site, kind, about, address, isProven, language, words, href } = given;
  return sendOnce(ctx, job, {
    site,
    kind,
    about,
    address,
    isProven,
    asks: true,
    subject: words.subject,
    letter: {
      language,
      accent: site.settings.theme.accent,
      paragraphs: [words.lead],
      quotes: [],
      action: { label: words.button, href, note: '' },
      footer: [],
      stop: null,
    },
  });
};
