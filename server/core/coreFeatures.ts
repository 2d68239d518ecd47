import { mountConversationEnd } from './conversations/endRoutes.ts';
import { mountSites } from './people/sites/routes.ts';
import { coreSettings } from '../../shared/core/people/settings.ts';
import { mailSettings } from '../../shared/core/mail/settings.ts';
import { promptSettings } from '../../shared/core/prompts/settings.ts';
import { mountBrand, mountBrandPages } from './brand/routes.ts';
import { mountAttachments } from './content/attachments/routes.ts';
import { conversationFacts } from './conversations/facts/source.ts';
import { conversationTimeline } from './conversations/queries/timeline.ts';
import { mailTimeline } from './mail/timeline/queries.ts';
import { projectConversations } from './conversations/project.ts';
import { planPromises, promiseJobs } from './conversations/promiseSteps.ts';
import { conversationWebhooks } from './conversations/webhooks.ts';
import { scrubJob, scrubJobKind } from './conversations/writes/scrubJob.ts';
import { mountConversations } from './conversations/routes.ts';
import { incomingConversations } from './conversations/incoming.ts';
import type { ServerFeature } from './feature.ts';
import { moderation } from './moderation/feature.ts';
import { mountChallenge } from './http/challengeRoute.ts';
import { mountJobs } from './jobs/routes.ts';
import { mountInbound } from './mail/incoming/inboundRoute.ts';
import { mountMailPages } from './mail/pages.tsx';
import { mailJobs, planMails } from './mail/plan.ts';
import { mountMail } from './mail/routes.ts';
import { mountIdentities } from './people/visitors/identityRoutes.ts';
import { privacy } from './people/privacy/feature.ts';
import { retention } from './people/retention/feature.ts';
import { mountPresence } from './people/staff/presence.ts';
import { mountStaff } from './people/staff/routes.ts';
import { mountPrompts } from './prompts/routes.ts';
import { mountReports } from './reports/routes.ts';

/** Core's own additions to the server, registered as features are: every installation has them. */
export const coreFeatures: readonly ServerFeature[] = [
  {
    name: 'people',
    settings: [coreSettings],
    mount(api) {
      mountSites(api);
      mountStaff(api);
      mountPresence(api);
      mountIdentities(api);
    },
  },
  {
    name: 'mail',
    settings: [mailSettings],
    mount: mountMail,
    pages(app, ctx) {
      mountMailPages(app, ctx);
      mountInbound(app, ctx);
    },
    jobs: mailJobs,
    planners: [planMails],
    timeline: mailTimeline,
  },
  {
    name: 'conversations',
    mount(api) {
      mountConversations(api);
      mountConversationEnd(api);
    },
    jobs: { ...promiseJobs, [scrubJobKind]: scrubJob },
    planners: [planPromises],
    project: projectConversations,
    webhooks: conversationWebhooks,
    facts: conversationFacts,
    incoming: incomingConversations,
    timeline: conversationTimeline,
  },
  { name: 'challenge', mount: mountChallenge },
  moderation,
  { name: 'reports', mount: mountReports },
  { name: 'prompts', settings: [promptSettings], mount: mountPrompts },
  { name: 'attachments', mount: mountAttachments },
  { name: 'brand', mount: mountBrand, pages: mountBrandPages },
  { name: 'jobs', mount: mountJobs },
  privacy,
  retention,
];
