import type { ServerFeature } from '../core/feature.ts';
import { newsJobs, planNews } from './jobs.ts';
import { announcementNews, announcementPrompts } from './live.ts';
import { mountNewsPages } from './pages.tsx';
import { moveMarks } from './queries.ts';
import { mountAnnouncements } from './routes.ts';
import { mountAnnouncementsForStaff } from './staffRoutes.ts';

/** News for every visitor. */
export const announcements: ServerFeature = {
  name: 'announcements',
  mount(api) {
    mountAnnouncements(api);
    mountAnnouncementsForStaff(api);
  },
  pages: mountNewsPages,
  jobs: newsJobs,
  planners: [planNews],
  prompts: announcementPrompts,
  news: announcementNews,
  accountMergers: [moveMarks],
};
