import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SiteSettings } from '../../../../shared/siteSettings.ts';
import { readEntries } from '../../http/entries.ts';

/** Built modules that a page's script loads, as their paths under our address. */
export interface Parts {
  panel: string;
  /** The module that counts prompts. */
  tally: string;
  /** The text of the script that judges when one is due. */
  watch: string;
  /** The text of the script that marks the launcher where there is news. */
  newsDot: string;
  /** The text of the script that tells the page's own analytics. */
  analytics: string;
  /** The texts of scripts that come with the settings where an element is drawn, with the name that each sets. */
  companions: { name: string; element: string; text: string }[];
  /** Modules that draw elements of the page, by their feature. */
  elements: Partial<Record<keyof SiteSettings['features'], string>>;
}

/** @param folder where the widget was built to; without a build there are none */
export const readParts = (folder: string): Parts => {
  const entries = readEntries(folder);
  const fileOf = (entry: string): string => entries[entry]?.file ?? '';
  const textOf = (entry: string): string => {
    const file = fileOf(entry);
    return file && readFileSync(join(folder, file), 'utf8');
  };
  return {
    panel: fileOf('panel'),
    tally: fileOf('tally'),
    watch: textOf('watch'),
    newsDot: textOf('dot'),
    analytics: textOf('analytics'),
    companions: [{ name: 'commentLink', element: 'foyer-comments', text: textOf('link') }],
    elements: { comments: fileOf('comments') },
  };
};

/** The modules of a site's elements, by the name of the element: of those that are on. Two are the panel's. */
export const partsOf = (
  { panel, elements }: Parts,
  { features }: Pick<SiteSettings, 'features'>,
): Record<string, string> => ({
  'foyer-ask': panel,
  'foyer-nps': panel,
  ...Object.fromEntries(
    Object.entries(elements).flatMap(([feature, file]) =>
      file && features[feature as keyof typeof features] ? [[`foyer-${feature}`, file]] : [],
    ),
  ),
});
