import type { Context } from '../context.ts';
import type { Site } from '../core/people/sites/sites.ts';

/** Longest that a writer waits for somebody else's opinion, milliseconds. */
const answerTimeout = 3_000;
/** Maximum size of a response, bytes: it is one word, or a sentence on what was wrong with the question. */
const maxResponseBytes = 4_096;

/** The parts of a comment that a spam service is told. */
export interface Checked {
  url: string;
  name: string;
  email: string;
  body: string;
  isReply: boolean;
  address: string;
  agent: string;
}

/**
 * Asks an Akismet-compatible service whether a comment is spam (https://akismet.com/developers/comment-check/), where
 * the configuration names one. What cannot be reached, or answers something else, has no opinion: our own rules go on.
 */
export const isSpam = async (
  ctx: Pick<Context, 'config' | 'connector' | 'log' | 'metrics'>,
  site: Site,
  comment: Checked,
): Promise<boolean> => {
  const { spamCheckUrl } = ctx.config;
  if (spamCheckUrl === undefined) return false;
  try {
    const { status, body } = await ctx.connector.post({
      url: spamCheckUrl,
      from: 'operator',
      timeout: answerTimeout,
      maxBytes: maxResponseBytes,
      headers: {
        'user-agent': 'Foyer',
        accept: 'text/plain',
        'content-type': 'application/x-www-form-urlencoded;charset=UTF-8',
      },
      body: new URLSearchParams({
        blog: site.origins[0] ?? ctx.config.publicUrl,
        blog_charset: 'UTF-8',
        blog_lang: site.settings.languages.join(', '),
        user_ip: comment.address,
        user_agent: comment.agent,
        permalink: comment.url,
        comment_type: comment.isReply ? 'reply' : 'comment',
        comment_author: comment.name,
        comment_author_email: comment.email,
        comment_content: comment.body,
      }).toString(),
    });
    const answer = body.trim();
    if (status === 200 && answer === 'true') return true;
    if (status === 200 && answer === 'false') return false;
    throw new Error(`the spam check answered ${status}`);
  } catch (err) {
    ctx.metrics.faults.inc({ kind: 'spam_check' });
    ctx.log.warn({ site: site.id, reason: (err as Error).message }, 'the spam check has no opinion');
    return false;
  }
};
