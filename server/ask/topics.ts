import { primarySubtag } from '../../shared/core/languages.ts';
import type { TopicEntry, TopicView } from '../../shared/ask/topicSchema.ts';
import type { Context } from '../context.ts';
import { topicIcon, topicName } from '../core/pages/topics.ts';
import type { Site } from '../core/people/sites/sites.ts';
import { listCategories, listPublished } from './queries/questions.ts';

/** A topic, and how much there is to read of it. */
export interface Topic {
  name: string;
  total: number;
  /** Not all of it is questions. */
  hasOthers: boolean;
}

/** Topics of which there is something to read in a language, the fullest first. */
export const listTopics = async (ctx: Context, site: Site, tag: string): Promise<Topic[]> => {
  const [questions, ...others] = await Promise.all([
    listCategories(ctx, site.id, primarySubtag(tag)),
    ...ctx.knowledge.map((source) => source.countByCategory(site.id, tag)),
  ]);
  const topics = new Map<string, Topic>();
  const add = (name: string, total: number, isQuestions: boolean): void => {
    const known = topics.get(name) ?? { name, total: 0, hasOthers: false };
    topics.set(name, { name, total: known.total + total, hasOthers: known.hasOthers || !isQuestions });
  };
  for (const { name, total } of questions) add(name, total, true);
  for (const { name, total } of others.flat()) add(name, total, false);
  return [...topics.values()].sort(
    (one, other) => other.total - one.total || (one.name < other.name ? -1 : 1),
  );
};

/** Topics as the widget lists them. */
export const listTopicViews = async (ctx: Context, site: Site, tag: string): Promise<TopicView[]> => {
  const { categories } = site.settings;
  return (await listTopics(ctx, site, tag)).map(({ name, total }) => ({
    key: name,
    name: topicName(categories, name, tag),
    icon: topicIcon(categories, name) ?? null,
    total,
  }));
};

/** Entries of a topic: articles in the team’s order, then questions, the newest first. */
export const listTopicEntries = async (
  ctx: Context,
  site: Site,
  tag: string,
  category: string,
  limit: number,
): Promise<TopicEntry[]> => {
  const language = primarySubtag(tag);
  const [questions, ...others] = await Promise.all([
    listPublished(ctx, site.id, { language, category }, limit, 0),
    ...ctx.knowledge.map((source) => source.list(site, { language: tag, category, limit })),
  ]);
  return [...others.flat(), ...questions]
    .slice(0, limit)
    .map(({ id, title, language: lang }) => ({ id, title, language: lang }));
};
