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
  analytics: 'section_site',
  theme: 'section_look',
  brand: 'section_look',
  texts: 'section_texts',
  features: 'section_ask',
  paused: 'section_ask',
  targetMinutes: 'section_ask',
  promise: 'section_ask',
  chat: 'section_ask',
  suggestionCaution: 'section_ask',
  communityAnswers: 'section_ask',
  communityQuestions: 'section_ask',
  ideas: 'section_ask',
  csat: 'section_ask',
  attachments: 'section_ask',
  categories: 'section_ask',
  assignment: 'section_teams',
  reports: 'section_teams',
  contacts: 'section_teams',
  callback: 'section_calls',
  mail: 'section_mail',
  comments: 'section_comments',
  moderation: 'section_moderation',
  hours: 'section_hours',
  retention: 'section_privacy',
  privacyPage: 'section_privacy',
};

const partsOf = (path: string): string[] =>
  path
    .replace(/^document\./, '')
    .replace(/^settings\./, '')
    .split('.');

/**
 * The name by which the reader knows a setting: that of the section that shows it.
 * @param path such as `document.settings.theme.accent`
 * @returns null for what no section shows
 */
export const sectionName = (texts: ConsoleTexts, path: string): string | null => {
  const [part = ''] = partsOf(path);
  const section = Object.hasOwn(sections, part) ? sections[part] : undefined;
  return section ? texts[section] : null;
};

/** The fields whose labels are texts of the console, by where they stand: the label's key begins with this. */
const labelPrefixes: Record<string, string> = {
  theme: '',
  callback: 'call_',
  comments: 'comments_',
  promise: 'promise_',
};
const labelled = new Set(['teamName', 'languages', 'name', 'key']);

const textAt = (texts: ConsoleTexts, key: string): string | null =>
  Object.hasOwn(texts, key) ? String(texts[key as keyof ConsoleTexts]) : null;

/** The name of a setting as its section and field say it: "Appearance: Accent colour". */
export const settingName = (texts: ConsoleTexts, path: string): string | null => {
  const section = sectionName(texts, path);
  const [part = '', field = ''] = partsOf(path);
  const prefix = Object.hasOwn(labelPrefixes, part) ? labelPrefixes[part] : undefined;
  const label =
    prefix !== undefined && field
      ? textAt(texts, `${prefix}${field}`)
      : labelled.has(part)
        ? textAt(texts, part)
        : null;
  return section && label ? `${section}: ${label}` : section;
};

/** The name of a chosen value in the field that offers it; null for what is no choice. */
export const optionName = (texts: ConsoleTexts, path: string, value: unknown): string | null => {
  const [part, field = ''] = partsOf(path);
  return part === 'theme' && typeof value === 'string' ? textAt(texts, `${field}_${value}`) : null;
};
