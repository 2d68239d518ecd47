import { getAnnouncement } from '../../shared/announcements/routes.ts';
import type { PromptEntry } from '../core/prompts/prompt.ts';
import { createAnnouncements } from './model.ts';
import rules from './announcements.css?inline';
import { Story } from './Story.tsx';
import { loadTexts } from './texts.ts';

/** News across a page or over it, once it is due. */
export const load: PromptEntry['load'] = async (surface, { id }) => {
  const { context } = surface;
  const model = createAnnouncements(context);
  const [text, { announcement }] = await Promise.all([
    loadTexts(context.texts),
    context.call(getAnnouncement, {
      path: { announcement: id },
      query: { language: context.texts.language },
    }),
  ]);
  if (!announcement) return null;
  surface.addStyles(rules);
  const { form, title } = announcement;
  return {
    form: form === 'modal' ? 'modal' : 'banner',
    label: title,
    render: () => <Story surface={surface} model={model} announcement={announcement} text={text} isOpen />,
  };
};
