import { open } from 'node:fs/promises';
import { fileTypeFromFile } from 'file-type';
import type { AttachmentKind } from '../../../../shared/core/content/attachments.ts';

/** Types that are taken, each with its group and the endings that a download of it may have, the usual one first. */
const types: Record<string, { kind: AttachmentKind; endings: string[] }> = {
  'image/png': { kind: 'image', endings: ['png'] },
  'image/jpeg': { kind: 'image', endings: ['jpg', 'jpeg'] },
  'image/gif': { kind: 'image', endings: ['gif'] },
  'image/webp': { kind: 'image', endings: ['webp'] },
  'image/avif': { kind: 'image', endings: ['avif'] },
  'application/pdf': { kind: 'pdf', endings: ['pdf'] },
  'text/plain': { kind: 'text', endings: ['txt', 'csv', 'md', 'log', 'json'] },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': {
    kind: 'office',
    endings: ['docx'],
  },
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': { kind: 'office', endings: ['xlsx'] },
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': {
    kind: 'office',
    endings: ['pptx'],
  },
  'application/vnd.oasis.opendocument.text': { kind: 'office', endings: ['odt'] },
  'application/vnd.oasis.opendocument.spreadsheet': { kind: 'office', endings: ['ods'] },
  'application/vnd.oasis.opendocument.presentation': { kind: 'office', endings: ['odp'] },
  /** Compound files: what Word, Excel and PowerPoint wrote before 2007. */
  'application/x-cfb': { kind: 'office', endings: ['doc', 'xls', 'ppt'] },
};

/** Bytes of a text that are looked at for markup. */
const sniffed = 2_048;
const textStep = 65_536;

/** Markup that a browser might run if it ever took the text for a page: `<!doctype`, a tag, a processing instruction. */
const looksLikeMarkup = (start: string): boolean =>
  /^[\s\uFEFF]*(?:<!--|<!doctype|<\?|<[a-z][\w:-]*[\s/>])/i.test(start) ||
  /<(?:script|html|svg|iframe|body|head)[\s/>]/i.test(start);

const isText = async (file: string): Promise<'text' | 'markup' | null> => {
  const handle = await open(file);
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true });
    const buffer = new Uint8Array(textStep);
    let start: string | undefined;
    for (;;) {
      const { bytesRead } = await handle.read(buffer, 0, textStep);
      const part = buffer.subarray(0, bytesRead);
      if (part.includes(0)) return null;
      const text = decoder.decode(part, { stream: bytesRead > 0 });
      start ??= text.slice(0, sniffed);
      if (bytesRead === 0) return looksLikeMarkup(start) ? 'markup' : 'text';
    }
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  } finally {
    await handle.close();
  }
};

/**
 * Detects a file's type, by its content alone. Markup (HTML, SVG, XML) is none of ours: it could run in somebody's
 * browser.
 * @returns null when it is nothing that is taken
 */
export const detectType = async (file: string): Promise<{ type: string; kind: AttachmentKind } | null> => {
  const found = await fileTypeFromFile(file);
  const type = found ? found.mime : (await isText(file)) === 'text' ? 'text/plain' : '';
  const known = Object.hasOwn(types, type) ? types[type] : undefined;
  return known ? { type, kind: known.kind } : null;
};

/** The name under which a file is downloaded: it ends as its type does, whatever its sender called it. */
export const downloadName = (name: string, type: string): string => {
  const endings = types[type]?.endings ?? [];
  const base = name.replace(/^.*[\\/]/, '').trim() || 'file';
  const ending = /\.([a-z0-9]{1,8})$/i.exec(base)?.[1]?.toLowerCase();
  return ending !== undefined && endings.includes(ending) ? base : `${base}.${endings[0] ?? 'bin'}`;
};
