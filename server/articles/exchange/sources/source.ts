import type { ArticleFile } from '../articleFile.ts';

/** A text of an article in another system's export, as a file of our own would hold it. */
export interface SourceFile extends ArticleFile {
  /** Its names for the article's topic, the nearest first. */
  topics: readonly string[];
  /** Where it was read in that system, as far as the export says. */
  former?: string | undefined;
  /** Pictures that its text shows and that aren't in the folder. */
  missing: readonly string[];
}

/** Articles of a folder, as one import reads them: by a path each, as often as it wants. */
export interface ArticleSource {
  /** Said of each text in reports; all languages of an article share what comes before the language. */
  paths: readonly string[];
  /** @throws Error in words, for the report */
  read(path: string): SourceFile | Promise<SourceFile>;
  /** Said before the texts are read: records that can't be taken at all. */
  rejected: readonly { row: string; reason: string }[];
}
