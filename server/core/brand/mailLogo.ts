import { readFile } from 'node:fs/promises';
import type { Context } from '../../context.ts';
import { attachmentPath } from '../content/attachments/store.ts';
import type { MailLogo } from '../mail/mailer.ts';
import type { Site } from '../people/sites/sites.ts';

/** The logo of a site for a mail; null where it has none. A mail goes out without it rather than not at all. */
export const readMailLogo = async (ctx: Context, site: Site): Promise<MailLogo | null> => {
  const { logo } = site.settings.brand;
  if (!logo) return null;
  const content = await readFile(attachmentPath(ctx.config.dataDirectory, site.id, logo.id)).catch((err) => {
    ctx.log.warn({ err, site: site.id }, 'the logo is not where it should be');
    return null;
  });
  if (!content) return null;
  return {
    cid: `${logo.id}@${ctx.config.mail.from.split('@').at(-1)}`,
    content,
    width: Math.max(1, Math.round(logo.width / 4)),
    height: Math.max(1, Math.round(logo.height / 4)),
    alt: site.name,
  };
};
