import { parse, stringify } from 'yaml';
import { z } from 'zod';
import { longestFormer } from '../redirects/formerPath.ts';
import { audiences, longestArticle } from '../../../shared/articles/schema.ts';
import { id, language, line, longest, prose } from '../../../shared/core/fields.ts';

/** A day or an instant of a file's front matter, in milliseconds. */
const moment = z
  .union([z.string(), z.date()])
  .transform((value) => new Date(value).getTime())
  .pipe(z.number().int());

/** The head of an article's file. Everything but the title has a default: other tools write less. */
const front = z.object({
  id: id.optional(),
  title: line(longest.title).optional(),
  language: language.optional(),
  /** The language it is a translation of; absent for the original. */
  original: language.optional(),
  category: line(longest.category).nullish(),
  audience: z.enum(audiences).optional(),
  /** `live` is published, `draft` isn't. */
  state: z.enum(['live', 'draft']).optional(),
  position: z.number().int().min(0).max(1_000_000).optional(),
  authors: z.array(z.string().max(longest.email)).max(10).optional(),
  verifyBy: moment.optional(),
  published: moment.optional(),
  updated: moment.optional(),
  /** Addresses that it had elsewhere: `help.example.com/hc/en-us/articles/1`. */
  former: z.array(line(longestFormer)).max(20).optional(),
});
export type Front = z.infer<typeof front>;

/** One language of an article as a file holds it. */
export interface ArticleFile {
  front: Front;
  /** Markdown, without its title. */
  body: string;
}

/** Fields whose value is an instant, written as ISO 8601. */
const instants = ['verifyBy', 'published', 'updated'] as const;

/** Writes a file: YAML front matter, then the Markdown as the editor has it. */
export const writeArticleFile = ({ front: head, body }: ArticleFile): string => {
  const values: Record<string, unknown> = { ...head };
  for (const name of instants) {
    const at = head[name];
    if (at !== undefined) values[name] = new Date(at).toISOString();
  }
  return `---\n${stringify(values, { lineWidth: 0 })}---\n\n${body}\n`;
};

const split = (text: string): { head: unknown; rest: string } => {
  const [, head, rest = text] =
    /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)([\s\S]*)$/.exec(text) ?? [];
  return { head: head === undefined ? {} : (parse(head, { maxAliasCount: 0 }) ?? {}), rest };
};

/** An article's file of its head and its text, checked. @throws Error in words, for the report */
export const articleOf = (head: unknown, text: string): ArticleFile => {
  const read = front.safeParse(head);
  if (!read.success) {
    const [issue] = read.error.issues;
    throw new Error(`${issue?.path.join('.') || 'the front matter'} can’t be read`);
  }
  const { title } = read.data;
  const body = text.trim();
  if (!title) throw new Error('it has no title: neither in the front matter nor as its first heading');
  if (!line(longest.title).safeParse(title).success) throw new Error('its title can’t be used');
  if (!prose(longestArticle).safeParse(body).success)
    throw new Error(
      `its text is longer than ${longestArticle} characters, or holds some that can’t be saved`,
    );
  return { front: read.data, body };
};

/** The first heading of a text without front matter is its title. */
const firstHeading = /^\s*#[ \t]+(.+?)[ \t]*#*[ \t]*(?:\r?\n|$)/;

/**
 * Reads a file of ours, of another tool, or plain Markdown whose first heading is the title.
 * @throws Error in words, for the report
 */
export const readArticleFile = (text: string): ArticleFile => {
  const { head, rest } = split(text);
  const isTitled = typeof head === 'object' && head !== null && 'title' in head;
  const heading = isTitled ? null : firstHeading.exec(rest);
  return articleOf(
    heading ? { ...(head as object), title: heading[1] } : head,
    heading ? rest.slice(heading[0].length) : rest,
  );
};
