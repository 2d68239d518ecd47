import type { ServerFeature } from '../core/feature.ts';
import { bindIncidents } from './incidents.ts';
import { incidentKnowledge, incidentSource } from './knowledge.ts';
import { announcementJobs, planAnnouncements } from './jobs.ts';
import { announcementHomeNews, announcementNews, announcementPrompts } from './live.ts';
import { mountAnnouncementPages } from './pages.tsx';
import { mountStatusPage } from './statusPage.tsx';
import { mergeMarks } from './queries.ts';
import { mountAnnouncements } from './routes.ts';
import { mountAnnouncementsForStaff } from './staffRoutes.ts';
import { personalMarks } from './personalData/queries.ts';
import { announcementTexts } from './texts.ts';
import { markTimeline } from './timeline/queries.ts';

/** News for every visitor. */
export const announcements: ServerFeature = {
  name: 'announcements',
  mount(api) {
    mountAnnouncements(api);
    mountAnnouncementsForStaff(api);
  },
  pages(app, ctx) {
    mountAnnouncementPages(app, ctx);
    mountStatusPage(app, ctx);
  },
  jobs: announcementJobs,
  planners: [planAnnouncements],
  prompts: announcementPrompts,
  incidents: bindIncidents,
  knowledge: incidentKnowledge,
  searchSources: (ctx) => [incidentSource(ctx)],
  news: announcementNews,
  homeNews: announcementHomeNews,
  pageLinks: () => [{ place: 'foot', path: 'status', label: ({ tag }) => announcementTexts(tag).status }],
  accountMergers: [mergeMarks],
  timeline: markTimeline,
  personalData: [personalMarks],
};
