/** A section of a feature's own that the front of the help centre leads to. */
export interface HomeLink {
  label: string;
  /** In a sentence: what is there. */
  lead: string;
  path: string;
  /** Whether it has a Markdown twin, at its path and `.md`. */
  hasMarkdown: boolean;
}
