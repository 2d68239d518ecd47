import { findSession } from '../../core/people/staff/writes.ts';
import { sessionCookie } from '../../core/people/staff/loginCookies.ts';
import { getCookie } from 'hono/cookie';
import * as contract from '../../../shared/inbox/routes.ts';
import { readAfter, streamQuery } from '../../core/events/streamQuery.ts';
import { type Api, mountStream } from '../../core/http/mount.ts';
import { findToken } from '../../core/people/tokens/queries.ts';
import { findRole } from '../../core/people/staff/queries.ts';
import { isAtLeast } from '../../../shared/core/people/roles.ts';

/** The live stream of staff. */
export const mountStaffLive = (api: Api): void => {
  mountStream(
    api,
    contract.staffLive,
    {
      access: 'staff',
      rate: 'staff',
      role: 'moderator',
      query: streamQuery,
      operationId: 'streamEvents',
      scope: 'conversations:read',
      summary: 'Stream what happens on the site',
    },
    async ({ ctx, site, session, role, token, address, read, query, hono }, sink) => {
      const answers = isAtLeast(role, 'agent');
      const cookie = getCookie(hono, sessionCookie(ctx));
      await ctx.live.open({
        siteId: site.id,
        reader: { kind: answers ? 'staff' : 'moderator', staffId: session.staff.id, session: session.hash },
        address,
        sink,
        after: readAfter(read, query),
        mayStay: async () => {
          if (token) return (await findToken(ctx, token.hash)) !== null;
          const now = await findRole(ctx, site.id, session);
          // Who answered and is a moderator now, or the other way round, comes back to another stream.
          return (
            now !== null && isAtLeast(now, 'agent') === answers && (await findSession(ctx, cookie)) !== null
          );
        },
      });
    },
  );
};
