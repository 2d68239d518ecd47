import type { MailKind } from '../../../shared/core/mail/schema.ts';
import type { Context } from '../../context.ts';
import type { Job, JobResult } from '../jobs/work.ts';
import { fill } from '../pages/texts.ts';
import type { Site } from '../people/sites/sites.ts';
import { sendOnce } from './sendOnce.ts';
import type { MailLanguage } from './texts.ts';

/** The words of a question whether an address is its owner's. */
interface ConfirmTexts {
  confirmSubject: string;
  confirmLead: string;
  confirmButton: string;
}

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
    texts: ConfirmTexts;
    /** Where a yes is said. */
    href: string;
  },
): Promise<JobResult> => {
  const { site, kind, about, address, isProven, language, texts, href } = given;
  return sendOnce(ctx, job, {
    site,
    kind,
    about,
    address,
    isProven,
    asks: true,
    subject: fill(texts.confirmSubject, { site: site.name }),
    letter: {
      language,
      accent: site.settings.theme.accent,
      paragraphs: [fill(texts.confirmLead, { site: site.name })],
      quotes: [],
      action: { label: texts.confirmButton, href, note: '' },
      footer: [],
      stop: null,
    },
  });
};
