import { maxAttachments } from '../../../../shared/core/content/attachments.ts';
import type { Context } from '../../../context.ts';
import { takeAttachment } from '../../content/attachments/attachments.ts';
import { cut } from '../../content/cut.ts';
import { derivedId } from '../../derivedId.ts';
import { Failure } from '../../http/failure.ts';
import type { Site } from '../../people/sites/sites.ts';
import type { MailFile, ReadMail } from '../reading/readMail.ts';

const fileName = ({ name }: MailFile): string =>
  cut(name.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ').trim(), 255) || 'file';

/** The whole text of a mail that is longer than a message, as a file: no rule of the site's keeps it out. */
const wholeText = (text: string): MailFile => ({
  name: 'email.txt',
  type: 'text/plain',
  content: new TextEncoder().encode(text),
});
const withTexts = (site: Site, bytes: number): Site => {
  const { mostBytes: maxBytes, kinds } = site.settings.attachments;
  return {
    ...site,
    settings: {
      ...site.settings,
      attachments: {
        mostBytes: Math.max(maxBytes, bytes),
        kinds: [...new Set([...kinds, 'text' as const])],
      },
    },
  };
};

/** Keeps a mail's files under the rules of any file that a visitor sends. @returns the names of those not taken */
const keepEach = async (
  ctx: Context,
  site: Site,
  visitorId: string,
  id: string,
  files: MailFile[],
): Promise<{ ids: string[]; refused: string[] }> => {
  const ids: string[] = [];
  const refused = files.slice(maxAttachments).map(fileName);
  for (const [place, file] of files.slice(0, maxAttachments).entries()) {
    const fileId = derivedId('mail file', id, String(place));
    const name = fileName(file);
    try {
      await takeAttachment(
        ctx,
        site,
        { kind: 'visitor', id: visitorId, address: `mail ${visitorId}` },
        { id: fileId, name },
        new Request('http://mail.invalid/', { method: 'POST', body: new Uint8Array(file.content) }),
        (header) => (header === 'content-type' ? 'application/octet-stream' : undefined),
      );
      ids.push(fileId);
    } catch (error) {
      const isRule =
        error instanceof Failure && ['invalid', 'too_large', 'unsupported', 'limited'].includes(error.code);
      if (!isRule) throw error;
      refused.push(name);
    }
  }
  return { ids, refused };
};

/**
 * Keeps the files of a mail, and its whole text where that is longer than a message. The same mail again keeps nothing
 * twice.
 * @returns ids of what was kept, and names of what was not
 */
export const keepFiles = (
  ctx: Context,
  site: Site,
  visitorId: string,
  id: string,
  { whole, files }: Pick<ReadMail, 'whole' | 'files'>,
): Promise<{ ids: string[]; refused: string[] }> => {
  const all = [...(whole === null ? [] : [wholeText(whole)]), ...files];
  const rules = whole === null ? site : withTexts(site, all[0]?.content.byteLength ?? 0);
  return keepEach(ctx, rules, visitorId, id, all);
};
