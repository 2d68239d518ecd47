import { type Language, ourLanguage } from '../../../../shared/core/languages.ts';
import type { SiteSettings } from '../../../../shared/siteSettings.ts';

/**
 * Texts of the launcher before anything else is loaded: its name, and that the server cannot be reached. They travel
 * with the settings, so that the script on every page carries no language.
 */
const texts: Record<Language, readonly [help: string, unreachable: string]> = {
  en: ['Help', 'Not available right now'],
  de: ['Hilfe', 'Gerade nicht erreichbar'],
  ru: ['Помощь', 'Сейчас нет связи'],
  el: ['Βοήθεια', 'Δεν υπάρχει σύνδεση τώρα'],
  sq: ['Ndihmë', 'Tani nuk arrihet'],
  fil: ['Tulong', 'Hindi maabot sa ngayon'],
  eo: ['Helpo', 'Nun ne atingebla'],
  ar: ['مساعدة', 'غير متاح الآن'],
};

/** The site's languages that we have words for, in its order; English when there is none. */
export const spokenLanguages = (settings: Pick<SiteSettings, 'languages'>): Language[] => {
  const ours = settings.languages.map(ourLanguage).filter((language) => language !== null);
  return ours.length ? [...new Set(ours)] : ['en'];
};

/** The launcher's texts by language, the owner's own words first. */
export const launcherTexts = (
  settings: Pick<SiteSettings, 'languages' | 'texts'>,
): Record<string, [string, string]> =>
  Object.fromEntries(
    spokenLanguages(settings).map((language) => {
      const own = settings.texts[language] ?? {};
      const [help, unreachable] = texts[language];
      return [language, [own['panel'] ?? help, own['unreachable'] ?? unreachable]];
    }),
  );
