import { primarySubtag } from '../../../shared/core/languages.ts';
import { ownValue } from '../../../shared/core/own.ts';
import type { Category } from '../../../shared/core/people/settings.ts';
import type { TopicIcon } from '../../../shared/core/people/topicIcons.ts';

/** A topic's name in a language, or its key where it has none. */
export const topicName = (categories: readonly Category[], key: string, tag: string): string => {
  const names = categories.find((category) => category.key === key)?.names;
  return ownValue(names, tag) ?? ownValue(names, primarySubtag(tag)) ?? key;
};

/** The icon that the owner chose for a topic. */
export const topicIcon = (categories: readonly Category[], key: string): TopicIcon | undefined =>
  categories.find((category) => category.key === key)?.icon;
