import type { ImportNotes } from '../../../core/importing/notes.ts';
import { readHelpScout } from './helpScout.ts';
import { readMarkdown } from './markdown.ts';
import type { ArticleSource } from './source.ts';
import { readZendesk } from './zendesk.ts';

/** Systems whose articles come in, by what they're called on the command line. */
export const articleSources = ['markdown', 'zendesk', 'helpscout'] as const;
export type ArticleSourceName = (typeof articleSources)[number];

/** Opens a folder of another system's articles. @throws Error when there's nothing to read */
export const openSource: Record<
  ArticleSourceName,
  (folder: string, notes: ImportNotes) => Promise<ArticleSource>
> = { markdown: readMarkdown, zendesk: readZendesk, helpscout: readHelpScout };
