import { Hono } from 'hono';
import { coreFeatures } from './core/coreFeatures.ts';
import type { ServerContext } from './core/feature.ts';
import { asFailure, failureResponse, Failure, notFound } from './core/http/failure.ts';
import { preflight } from './core/http/guard.ts';
import { ReplyHeaders } from './core/http/headers.ts';
import type { Api } from './core/http/mount.ts';
import { mountOperations } from './core/http/operations.ts';
import { mountApiPage } from './core/pages/apiPage.tsx';
import { mountFiles } from './core/pages/files.tsx';
import { strayResponse } from './core/pages/strayPage.tsx';
import { version } from './version.ts';

const everyMethod = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/**
 * Puts the routes and pages of core and of the context's features on one server.
 * @param onMounted gets what was mounted, for who wants to know every route
 */
export const createApp = (ctx: ServerContext, onMounted: (api: Api) => void = () => {}): Hono => {
  const app = new Hono();
  const api: Api = { app, ctx, operations: [], feature: 'core' };

  mountOperations(app, ctx);
  app.options('/api/sites/:site/*', (hono) => preflight(ctx, hono.req.param('site'), hono.req.raw));
  const features = [...coreFeatures, ...ctx.features];
  for (const feature of features) feature.mount?.({ ...api, feature: feature.name });
  for (const feature of features) feature.pages?.(app, ctx);
  mountApiPage(api, version);
  mountFiles(app, ctx);
  onMounted(api);

  // A path that exists, asked with another method, says so; what is left is nowhere.
  const methods = new Map<string, Set<string>>();
  for (const { route } of api.operations) {
    const known = methods.get(route.path) ?? new Set<string>();
    methods.set(route.path, known.add(route.method));
  }
  for (const [path, known] of methods)
    app.on(everyMethod, path, () =>
      failureResponse(
        new Failure('method_not_allowed', 'This method isn’t allowed here.'),
        new ReplyHeaders({ allow: [...known].join(', ') }),
      ),
    );

  app.notFound((hono) => strayResponse(hono, notFound()));
  app.onError((error, hono) => {
    const failure = asFailure(error);
    if (failure.code === 'internal') {
      ctx.metrics.faults.inc({ kind: 'internal' });
      ctx.log.error({ err: error, route: hono.req.routePath }, 'request failed');
    }
    return strayResponse(hono, failure);
  });
  return app;
};
