import type { NewComment } from '../../../shared/comments/schema.ts';
import type { ModeratedState } from '../../../shared/core/moderation/states.ts';
import type { CommentRow } from '../queries/comments.ts';
import type { FieldCode } from '../../../shared/core/errors.ts';
import type { Context } from '../../context.ts';
import type { NewEvent } from '../../core/db/database.ts';
import { Failure } from '../../core/http/failure.ts';
import { fingerprint } from '../../core/people/secrets.ts';
import type { Site } from '../../core/people/sites/sites.ts';
import type { PageIdentity } from '../identity.ts';

export const refuse = (field: string, code: FieldCode): Failure =>
  new Failure('invalid', 'A field isn’t valid.', { fields: { [field]: code } });

export const commentEvent = (
  kind: 'added' | 'held' | 'changed' | 'approved' | 'voted',
  id: string,
  audience: 'staff' | 'visitor' = 'staff',
): NewEvent => ({ kind: `comment.${kind}`, subject: id, audience });

/** A page of the site's own: what anybody could call a page of theirs is none. */
export const refuseForeign = (ctx: Context, site: Site, { origin, url }: PageIdentity): void => {
  const { host } = new URL(url);
  const own =
    site.origins.some((known) => new URL(known).host === host) ||
    site.settings.comments.page.hosts.includes(host) ||
    origin === ctx.config.publicUrl;
  if (!own) throw refuse('url', 'not_allowed');
};

/** The state of a comment by the queue's word for it. */
export const commentState = {
  public: 'approved',
  waiting: 'pending',
  hidden: 'spam',
} as const satisfies Record<ModeratedState, CommentRow['state']>;

export const fingerprintOf = (given: NewComment, key: string): string =>
  fingerprint(key, given.parent, given.body, (given.files ?? []).join(), given.name);
