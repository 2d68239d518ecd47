import type { ServerFeature } from '../core/feature.ts';
import { announcementJobs, planAnnouncements } from './jobs.ts';
import { announcementHomeNews, announcementNews, announcementPrompts } from './live.ts';
import { mountAnnouncementPages } from './pages.tsx';
import { mergeMarks } from './queries.ts';
import { mountAnnouncements } from './routes.ts';
import { mountAnnouncementsForStaff } from './staffRoutes.ts';
import { personalMarks } from './personalData/queries.ts';
import { markTimeline } from './timeline/queries.ts';

/** News for every visitor. */
export const announcements: ServerFeature = {
  name: 'announcements',
  mount(api) {
    mountAnnouncements(api);
    mountAnnouncementsForStaff(api);
  },
  pages: mountAnnouncementPages,
  jobs: announcementJobs,
  planners: [planAnnouncements],
  prompts: announcementPrompts,
  news: announcementNews,
  homeNews: announcementHomeNews,
  accountMergers: [mergeMarks],
  timeline: markTimeline,
  personalData: [personalMarks],
};
