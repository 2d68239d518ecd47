import type { HomeLink } from '../core/pages/homeLinks.ts';
import type { PageLinks } from '../core/pages/pageLinks.ts';
import type { Context } from '../context.ts';
import type { Site } from '../core/people/sites/sites.ts';
import { hasIdeas, ideasPath, roadmapPath, sectionName } from './rules.ts';
import { ideaTexts } from './texts.ts';

/** Ways from the front of the help centre to ideas and to the roadmap. */
export const ideaHomeLinks = (_ctx: Context, site: Site, language: string): HomeLink[] => {
  if (!hasIdeas(site)) return [];
  const texts = ideaTexts(language);
  return [
    {
      label: sectionName(site, language),
      lead: texts.lead,
      path: ideasPath(site.key),
      hasMarkdown: true,
    },
    { label: texts.roadmap, lead: texts.roadmapLead, path: roadmapPath(site.key), hasMarkdown: true },
  ];
};

/** Ways to both from the foot of every public page. */
export const ideaPageLinks: PageLinks = (settings) =>
  hasIdeas({ settings })
    ? [
        { place: 'top', path: 'ideas', label: ({ tag }) => sectionName({ settings }, tag) },
        { place: 'foot', path: 'roadmap', label: ({ tag }) => ideaTexts(tag).roadmap },
      ]
    : [];
