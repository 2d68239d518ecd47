import { Hono } from 'hono';
import { mountAccount } from './account/routes.ts';
import { mountAlerts } from './alerts/routes.ts';
import { mountNewsPages } from './announcements/pages.tsx';
import { mountAnnouncements } from './announcements/routes.ts';
import { mountAnnouncementsForStaff } from './announcements/staffRoutes.ts';
import { mountAsk } from './ask/routes.ts';
import { mountAskPages } from './ask/pages/mount.ts';
import { mountAskForStaff } from './ask/staffRoutes.ts';
import { mountCallPages } from './callbacks/pages.tsx';
import { mountCallbacks } from './callbacks/routes.ts';
import { mountCallbacksForStaff } from './callbacks/staffRoutes.ts';
import { mountEnd } from './chat/endRoutes.ts';
import { mountChat } from './chat/routes.ts';
import { mountFeeds } from './comments/feeds.ts';
import { mountFollowPages } from './comments/followPages.tsx';
import { mountCommentPages } from './comments/pages.tsx';
import { mountComments } from './comments/routes.ts';
import { mountCommentsForStaff } from './comments/staffRoutes.ts';
import type { Context } from './context.ts';
import { mountAttachments } from './core/content/attachments/routes.ts';
import { mountJobs } from './core/jobs/routes.ts';
import { mountInbound } from './core/mail/inboundRoute.ts';
import { mountMailPages } from './core/mail/pages.tsx';
import { mountMail } from './core/mail/routes.ts';
import { mountConversations } from './core/conversations/routes.ts';
import { mountChallenge } from './core/http/challengeRoute.ts';
import { asFailure, failureResponse, Failure } from './core/http/failure.ts';
import { preflight } from './core/http/guard.ts';
import { ReplyHeaders } from './core/http/headers.ts';
import type { Api } from './core/http/mount.ts';
import { mountOperations } from './core/http/operations.ts';
import { mountApiPage } from './core/pages/apiPage.tsx';
import { mountFiles } from './core/pages/files.tsx';
import { mountIdentities } from './core/people/identityRoutes.ts';
import { mountPresence } from './core/people/presence.ts';
import { mountSites, mountStaff } from './core/people/routes.ts';
import { mountPrompts } from './core/prompts/routes.ts';
import { mountReports } from './core/reports/routes.ts';
import { mountEntry } from './console/entryRoutes.ts';
import { mountPeople } from './console/peopleRoutes.ts';
import { mountConsole } from './console/routes.ts';
import { mountWork } from './inbox/assign/routes.ts';
import { mountInbox } from './inbox/routes.ts';
import { mountTools } from './inbox/toolRoutes.ts';
import { mountInvitations } from './invitations/routes.ts';
import { mountOpinionPages } from './nps/pages.tsx';
import { mountNps } from './nps/routes.ts';
import { mountNpsForStaff } from './nps/staffRoutes.ts';
import { version } from './version.ts';

const everyMethod = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/**
 * The composition root of the server: one line per feature.
 * @param tell gets what was mounted, for who wants to know every route
 */
export const createApp = (ctx: Context, tell: (api: Api) => void = () => {}): Hono => {
  const app = new Hono();
  const api: Api = { app, ctx, operations: [] };

  mountOperations(app, ctx);
  app.options('/api/sites/:site/*', (hono) => preflight(ctx, hono.req.param('site'), hono.req.raw));
  mountSites(api);
  mountStaff(api);
  mountPresence(api);
  mountConversations(api);
  mountChallenge(api);
  mountIdentities(api);
  mountReports(api);
  mountPrompts(api);
  mountAttachments(api);
  mountJobs(api);
  mountMail(api);
  mountMailPages(app, ctx);
  mountInbound(app, ctx);
  mountAsk(api);
  mountChat(api);
  mountEnd(api);
  mountCallbacks(api);
  mountCallbacksForStaff(api);
  mountComments(api);
  mountCommentsForStaff(api);
  mountInvitations(api);
  mountAnnouncements(api);
  mountAnnouncementsForStaff(api);
  mountNps(api);
  mountNpsForStaff(api);
  mountAskForStaff(api);
  mountInbox(api);
  mountTools(api);
  mountWork(api);
  mountAccount(api);
  mountAlerts(api);
  mountConsole(api);
  mountPeople(api);
  mountEntry(api);
  mountCallPages(app, ctx);
  mountCommentPages(app, ctx);
  mountFeeds(app, ctx);
  mountOpinionPages(app, ctx);
  mountNewsPages(app, ctx);
  mountFollowPages(app, ctx);
  mountAskPages(app, ctx);
  mountApiPage(api, version);
  mountFiles(app, ctx);
  tell(api);

  // A path that exists, asked with another method, says so; what is left is nowhere.
  const methods = new Map<string, Set<string>>();
  for (const { route } of api.operations) {
    const known = methods.get(route.path) ?? new Set<string>();
    methods.set(route.path, known.add(route.method));
  }
  for (const [path, known] of methods)
    app.on(everyMethod, path, () =>
      failureResponse(
        new Failure('method_not_allowed', 'This path takes other methods.'),
        new ReplyHeaders({ allow: [...known].join(', ') }),
      ),
    );

  app.notFound(() => failureResponse(new Failure('not_found', 'There is nothing here.')));
  app.onError((error, hono) => {
    const failure = asFailure(error);
    if (failure.code === 'internal') {
      ctx.metrics.faults.inc({ kind: 'internal' });
      ctx.log.error({ err: error, route: hono.req.routePath }, 'request failed');
    }
    return failureResponse(failure);
  });
  return app;
};
