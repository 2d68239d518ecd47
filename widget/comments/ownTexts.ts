import type { CommentTexts } from '../../shared/comments/texts.ts';
import type { TextsReply } from '../../shared/core/people/site.ts';
import type { Host } from '../core/host.ts';
import { ownOf } from '../core/text/ownOf.ts';

/** Reads the owner's own texts. The client of calls would take a chunk of its own out of what every page loads. */
const readOwn = async ({ base, site, language }: Host): Promise<Record<string, string>> => {
  const reply = await fetch(`${base}/api/sites/${site}/texts?language=${language}`);
  return reply.ok ? ((await reply.json()) as TextsReply).texts : {};
};

/** Our texts of comments with the owner's own in their places; ours where those can't be loaded now. */
export const withOwnTexts = async (host: Host, ours: CommentTexts): Promise<CommentTexts> => {
  const own = ownOf(await readOwn(host).catch(() => ({})), 'comment');
  return Object.fromEntries(
    Object.entries(ours).map(([key, text]) => [
      key,
      typeof text === 'string'
        ? (own[key] ?? text)
        : Object.fromEntries(
            Object.entries(text).map(([form, words]) => [form, own[`${key}.${form}`] ?? words]),
          ),
    ]),
  ) as unknown as CommentTexts;
};
