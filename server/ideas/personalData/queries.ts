import { and, eq, inArray, or, sql } from 'drizzle-orm';
import { isOfOwn } from '../../core/conversations/queries/personalData.ts';
import { personalFollows } from '../../core/following/queries.ts';
import { batchSize, type Person } from '../../core/people/privacy/person.ts';
import type { PersonalData } from '../../core/people/privacy/personalData.ts';
import { isOneOf, pageOfRows, personalTable } from '../../core/people/privacy/queries/rows.ts';
import { originsByAge } from '../../core/people/retention/queries/originsByAge.ts';
import type { AccountMerger } from '../../core/people/visitors/accountMerger.ts';
import { ideaEvent } from '../rules.ts';
import { ideaFollowers, ideaRequests, ideas, ideaVersions, ideaVotes } from '../tables.ts';
import { updateIdea } from '../writes/ideas.ts';
import { countedVotes } from '../writes/votes.ts';

export const ideaTable = {
  kind: 'ideas',
  table: ideas,
  key: ideas.id,
  of: ({ visitors }: Person) => and(eq(ideas.authorKind, 'visitor'), isOneOf(ideas.authorId, visitors)),
  without: ['fingerprint', 'baseVotes', 'slug'],
} as const;

const versionTable = {
  kind: 'ideas',
  table: ideaVersions,
  key: ideaVersions.id,
  of: (person: Person) =>
    person.visitors.length
      ? sql`${ideaVersions.ideaId} in (select own.id from ideas own where own.site_id = ${person.siteId} and own.author_kind = 'visitor' and own.author_id in ${person.visitors})`
      : sql`1 = 0`,
  without: ['staffId'],
} as const;

/** The remains of an idea whose writer was erased. */
const emptied = {
  state: 'hidden',
  reason: null,
  title: '',
  details: '',
  rich: [],
  slug: 'erased',
  authorId: null,
  authorName: '',
  verified: false,
  fingerprint: 'erased',
} as const;

/** A person's ideas, with what they said before: nothing of the words or the name stays. */
export const personalIdeas: PersonalData = {
  kind: 'ideas',
  // Whoever has suggested something stays the one whose it is.
  ties: {
    visitor: sql`exists (select 1 from ideas own where own.site_id = visitors.site_id and own.author_kind = 'visitor' and own.author_id = visitors.id)`,
  },
  count: (ctx, person) => personalTable(ideaTable).count(ctx, person),
  async *export(ctx, person) {
    yield* personalTable(ideaTable).export(ctx, person);
    yield* personalTable(versionTable).export(ctx, person);
  },
  async erase(ctx, person) {
    const { siteId } = person;
    const page = await pageOfRows(ctx, ideaTable, person, '', batchSize / 10);
    if (page.length === 0) return null;
    const ids = page.map(({ row }) => row.id);
    return {
      copies: ids,
      events: ids.map((id) => ideaEvent('changed', id)),
      write: (tx) => [
        tx
          .delete(ideaVersions)
          .where(and(eq(ideaVersions.siteId, siteId), inArray(ideaVersions.ideaId, ids))),
        // What others suggested in the same words stands for itself again.
        tx
          .update(ideas)
          .set({ mergedInto: null })
          .where(and(eq(ideas.siteId, siteId), inArray(ideas.mergedInto, ids))),
        ...ids.map((id) => updateIdea(tx, siteId, id, { ...emptied, rich: [] })),
      ],
    };
  },
};

export const ideaVoteTable = {
  kind: 'votes',
  table: ideaVotes,
  key: sql<string>`${ideaVotes.ideaId} || ' ' || ${ideaVotes.visitorId}`,
  of: ({ visitors }: Person) => isOneOf(ideaVotes.visitorId, visitors),
  without: ['origin', 'staffId'],
} as const;

/** A person's votes for ideas: the numbers stay. */
export const personalIdeaVotes: PersonalData = {
  ...personalTable(ideaVoteTable),
  async erase(ctx, person) {
    const { siteId } = person;
    const page = await pageOfRows(ctx, ideaVoteTable, person);
    if (page.length === 0) return null;
    const subjects = [...new Set(page.map(({ row }) => row.ideaId))];
    const ofSubjects = and(eq(ideas.siteId, siteId), inArray(ideas.id, subjects));
    // What is no longer counted goes into what counting begins from.
    const counted = countedVotes(siteId, ideas.id);
    return {
      write: (tx) => [
        tx
          .update(ideas)
          .set({ baseVotes: sql`${ideas.baseVotes} + ${counted}` })
          .where(ofSubjects),
        tx
          .delete(ideaVotes)
          .where(
            and(eq(ideaVotes.siteId, siteId), ideaVoteTable.of(person), inArray(ideaVotes.ideaId, subjects)),
          ),
        tx
          .update(ideas)
          .set({ baseVotes: sql`${ideas.baseVotes} - ${counted}` })
          .where(ofSubjects),
      ],
    };
  },
};

const requestTable = {
  kind: 'votes',
  table: ideaRequests,
  key: ideaRequests.id,
  of: (person: Person) =>
    or(isOneOf(ideaRequests.visitorId, person.visitors), isOfOwn(ideaRequests.conversationId, person)),
  without: ['staffId'],
} as const;

/** Conversations in which a person asked for an idea: that somebody did counts on. */
export const personalIdeaRequests: PersonalData = {
  ...personalTable(requestTable),
  async erase(ctx, person) {
    const page = await pageOfRows(ctx, requestTable, person);
    if (page.length === 0) return null;
    const ids = page.map(({ row }) => row.id);
    return {
      write: (tx) => [
        tx
          .update(ideaRequests)
          .set({ conversationId: null, visitorId: null })
          .where(and(eq(ideaRequests.siteId, person.siteId), inArray(ideaRequests.id, ids))),
      ],
    };
  },
};

/** Ideas that a person wanted to hear of by mail. */
export const personalIdeaFollows = personalFollows(ideaFollowers);

/** See {@link AccountMerger}. What both voted for is one voice of the account's. */
export const mergeIdeaVotes: AccountMerger = (tx, siteId, visitor, account) => {
  const votes = (id: string) => and(eq(ideaVotes.siteId, siteId), eq(ideaVotes.visitorId, id));
  return [
    tx
      .update(ideas)
      .set({ authorId: account })
      .where(and(eq(ideas.siteId, siteId), eq(ideas.authorKind, 'visitor'), eq(ideas.authorId, visitor))),
    tx
      .delete(ideaVotes)
      .where(
        and(
          votes(visitor),
          sql`${ideaVotes.ideaId} in (select own.idea_id from idea_votes own where own.site_id = ${siteId} and own.visitor_id = ${account})`,
        ),
      ),
    tx.update(ideaVotes).set({ visitorId: account }).where(votes(visitor)),
    tx
      .update(ideaRequests)
      .set({ visitorId: account })
      .where(and(eq(ideaRequests.siteId, siteId), eq(ideaRequests.visitorId, visitor))),
  ];
};

/** Origins of old votes for ideas. */
export const ideaOriginsByAge = originsByAge(ideaVotes, ideaVotes.ideaId, {
  table: 'idea_votes',
  subject: 'idea_id',
});
