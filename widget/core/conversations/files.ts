import { getAttachment } from '../../../shared/core/content/attachmentRoutes.ts';
import type { Attachment } from '../../../shared/core/content/attachments.ts';
import { fillPath } from '../../../shared/core/route.ts';
import { CallError, readFailure } from '../net/client.ts';
import type { Session } from '../net/session.ts';

/** Reads files of the visitor's conversations: the secret travels in a header, so that no address holds it. */
export interface Files {
  /** The small picture; the same for each call. @throws CallError */
  thumbnail(file: Attachment): Promise<ImageBitmap>;
  /** Shows a picture in a tab of its own, saves anything else. @throws CallError */
  open(file: Attachment): Promise<void>;
  dispose(): void;
}

export const createFiles = (context: { base: string; site: string; session: Session }): Files => {
  const pictures = new Map<string, Promise<ImageBitmap>>();
  const urls = new Map<string, Promise<string>>();
  const leaving = new AbortController();

  const read = async (file: Attachment, query: string): Promise<Blob> => {
    const path = fillPath(getAttachment.path, { site: context.site, attachment: file.id });
    const answer = await fetch(context.base + path + query, {
      headers: context.session.headers(),
      credentials: 'same-origin',
      signal: leaving.signal,
    }).catch(() => {
      throw new CallError('offline');
    });
    if (!answer.ok) throw await readFailure(answer);
    return answer.blob();
  };
  /** Makes a value once; one that could not be made is tried anew. */
  const once = <Value>(
    cache: Map<string, Promise<Value>>,
    id: string,
    make: () => Promise<Value>,
  ): Promise<Value> => {
    const known = cache.get(id);
    if (known) return known;
    const made = make();
    cache.set(id, made);
    made.catch(() => cache.delete(id));
    return made;
  };

  return {
    thumbnail: (file) =>
      once(pictures, file.id, async () => createImageBitmap(await read(file, '?size=thumbnail'))),
    async open(file) {
      const link = document.createElement('a');
      link.href = await once(urls, file.id, async () => URL.createObjectURL(await read(file, '')));
      // The server knows pictures by their bytes and has no type among them that can run anything.
      if (file.width === null) link.download = file.name;
      else link.target = '_blank';
      link.rel = 'noopener';
      link.click();
    },
    dispose() {
      leaving.abort();
      for (const url of urls.values()) url.then(URL.revokeObjectURL, () => {});
    },
  };
};
