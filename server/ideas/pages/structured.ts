import type { DiscussionForumPosting, Graph, ItemList } from 'schema-dts';
import type { IdeaCard, PublicIdea } from '../../../shared/ideas/schema.ts';
import { plainText } from '../../core/content/markdown.ts';
import { breadcrumbs, type Crumb } from '../../core/pages/crumbs.ts';
import type { Site } from '../../core/people/sites/sites.ts';

/* What pages of ideas say to search engines, in the words of schema.org. */

const isoOf = (at: number): string => new Date(at).toISOString();

/**
 * An idea is a post in a discussion, not a question with answers
 * (developers.google.com, "Discussion forum structured data").
 * @param guest what somebody without a name is called
 */
export const ideaData = (
  site: Pick<Site, 'name'>,
  idea: PublicIdea,
  url: string,
  crumbs: readonly Crumb[],
  guest: string,
): Graph => {
  const details = plainText(idea.details);
  const post: DiscussionForumPosting = {
    '@type': 'DiscussionForumPosting',
    headline: idea.title,
    text: details || idea.title,
    inLanguage: idea.language,
    url,
    mainEntityOfPage: url,
    datePublished: isoOf(idea.at),
    ...(idea.editedAt !== null && { dateModified: isoOf(idea.editedAt) }),
    author: { '@type': 'Person', name: idea.author || guest },
    publisher: { '@type': 'Organization', name: site.name },
    creativeWorkStatus: idea.status,
    interactionStatistic: {
      '@type': 'InteractionCounter',
      interactionType: { '@type': 'LikeAction' },
      userInteractionCount: idea.votes,
    },
    comment: [
      ...idea.history
        .filter(({ note }) => note.length > 0)
        .map(({ note, at }) => ({
          '@type': 'Comment' as const,
          text: plainText(note),
          datePublished: isoOf(at),
          author: { '@type': 'Organization' as const, name: site.name },
        })),
      ...idea.replies.map(({ id, rich, at, editedAt, kind, author }) => ({
        '@type': 'Comment' as const,
        url: `${url}#reply-${id}`,
        text: plainText(rich),
        datePublished: isoOf(at),
        ...(editedAt !== null && { dateModified: isoOf(editedAt) }),
        author:
          kind === 'staff' && author === ''
            ? { '@type': 'Organization' as const, name: site.name }
            : { '@type': 'Person' as const, name: author || guest },
      })),
    ],
    commentCount: idea.replies.length,
  };
  return { '@context': 'https://schema.org', '@graph': [post, breadcrumbs(crumbs)] };
};

/** A list of ideas, in its order. */
export const listData = (publicUrl: string, ideas: readonly IdeaCard[], crumbs: readonly Crumb[]): Graph => {
  const list: ItemList = {
    '@type': 'ItemList',
    itemListElement: ideas.map(({ title, path }, place) => ({
      '@type': 'ListItem' as const,
      position: place + 1,
      name: title,
      url: `${publicUrl}${path}`,
    })),
  };
  return { '@context': 'https://schema.org', '@graph': [list, breadcrumbs(crumbs)] };
};
