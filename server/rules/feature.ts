import type { ServerFeature } from '../core/feature.ts';
import { runKind } from './fire.ts';
import { mountMacros } from './macroRoutes.ts';
import { writeRuleNotice } from './notice.ts';
import { personalRuns } from './personalData.ts';
import { mountRules } from './routes.ts';
import { ruleNotice, runFirings } from './run.ts';
import { sweep, sweepKind } from './sweep.ts';
import { lookAtTime, timeKind } from './timed.ts';
import { recordFirings } from './watch.ts';
import { ruleWebhooks } from './webhooks.ts';
import { mergeRuns, pruneRuns } from './writes.ts';

/** Firings are kept so long, milliseconds: ninety days. */
const runsKept = 90 * 24 * 3_600_000;

/** Work that agents should not do by hand: rules do it, or a macro does several things at once. */
export const rules: ServerFeature = {
  name: 'rules',
  mount(api) {
    mountRules(api);
    mountMacros(api);
  },
  recorders: [recordFirings],
  jobs: { [runKind]: runFirings, [timeKind]: lookAtTime, [sweepKind]: sweep },
  notices: { [ruleNotice]: writeRuleNotice },
  webhooks: ruleWebhooks,
  accountMergers: [mergeRuns],
  personalData: [personalRuns],
  async prune(ctx, siteId) {
    await ctx.database.write((tx) => [pruneRuns(tx, siteId, ctx.clock.now() - runsKept)]);
  },
};
