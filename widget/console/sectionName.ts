import type { ConsoleTexts } from './i18n.ts';

/** The section that shows a part of the settings, by the part's name. */
const sections: Record<string, keyof ConsoleTexts & `section_${string}`> = {
  origins: 'section_install',
  name: 'section_site',
  key: 'section_site',
  languages: 'section_site',
  teamName: 'section_site',
  greeting: 'section_site',
  share: 'section_site',
  theme: 'section_look',
  texts: 'section_texts',
  features: 'section_ask',
  paused: 'section_ask',
  targetMinutes: 'section_ask',
  promise: 'section_ask',
  chat: 'section_ask',
  suggestionFloor: 'section_ask',
  attachments: 'section_ask',
  categories: 'section_ask',
  assignment: 'section_teams',
  callback: 'section_calls',
  comments: 'section_comments',
  hours: 'section_hours',
};

/**
 * What the reader knows a setting by: the name of the section that shows it.
 * @param path such as `document.settings.theme.accent`
 * @returns null for what no section shows
 */
export const sectionName = (texts: ConsoleTexts, path: string): string | null => {
  const [part = ''] = path
    .replace(/^document\./, '')
    .replace(/^settings\./, '')
    .split('.');
  const section = Object.hasOwn(sections, part) ? sections[part] : undefined;
  return section ? texts[section] : null;
};
