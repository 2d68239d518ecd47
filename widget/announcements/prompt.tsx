import { getAnnouncement } from '../../shared/announcements/routes.ts';
import type { PromptDoor } from '../core/prompts/door.ts';
import { createNews } from './model.ts';
import rules from './news.css?inline';
import { Story } from './Story.tsx';
import { loadWords } from './words.ts';

/** News across a page or over it, once it is due. */
export const load: PromptDoor['load'] = async (surface, { id }) => {
  const { visit } = surface;
  const model = createNews(visit);
  const [say, { announcement }] = await Promise.all([
    loadWords(visit.texts),
    visit.call(getAnnouncement, {
      path: { announcement: id },
      query: { language: visit.texts.language },
    }),
  ]);
  if (!announcement) return null;
  surface.addStyles(rules);
  const { form, title } = announcement;
  return {
    form: form === 'modal' ? 'modal' : 'banner',
    label: title,
    render: () => <Story surface={surface} model={model} news={announcement} say={say} isOpen />,
  };
};
