import { defaultRule, type PromptRule } from '../../shared/core/prompts/kinds.ts';
import { assertPresent } from '../core/assertPresent.ts';
import type { Context } from '../context.ts';
import { promptExposures } from '../core/prompts/tables.ts';
import type { Site } from '../core/people/sites/sites.ts';
import { type InvitationRow, insertInvitation } from '../invitations/queries.ts';
import { idFor } from './time.ts';

const rule = (more: Partial<PromptRule>): PromptRule => ({ ...defaultRule(), on: true, ...more });

/** The number of times one of them was due. */
const seenTimes = 160;

/** Invitations of the demo company: on the page of one bicycle, for readers of it. */
const invitations: (Pick<InvitationRow, 'name' | 'opens' | 'texts' | 'rule'> & {
  key: string;
  from: string | null;
})[] = [
  {
    key: 'invitation reading',
    name: 'Read to the end of a bicycle',
    from: 'mara',
    opens: 'chat',
    texts: {
      en: {
        text: 'Not sure which size fits you? Tell me how tall you are, and I look.',
        action: 'Ask Mara',
      },
      de: {
        text: 'Unsicher, welche Größe dir passt? Sag mir, wie groß du bist, und ich sehe nach.',
        action: 'Mara fragen',
      },
      ar: {
        text: 'لست متأكدًا من المقاس المناسب لك؟ أخبرني بطولك وسأتحقق لك.',
        action: 'اسأل مارا',
      },
    },
    rule: rule({
      conditions: { pages: [{ how: 'wildcard', value: '*/product.html' }], scroll: 70, seconds: 10 },
    }),
  },
  {
    key: 'invitation leaving',
    name: 'About to leave the basket',
    from: null,
    opens: 'ask',
    texts: {
      en: {
        text: 'Before you go: is something unclear about delivery or returns?',
        action: 'Find the answer',
      },
    },
    rule: rule({
      priority: 60,
      conditions: { pages: [{ how: 'contains', value: '/basket' }], exit: true, devices: ['desktop'] },
      holdout: 20,
      goal: { event: 'bought', minutes: 60 },
    }),
  },
];

/** @param staff ids by the key of a person */
export const seedInvitations = async (
  ctx: Context,
  site: Site,
  staff: Map<string, string>,
): Promise<void> => {
  const now = ctx.clock.now();
  await ctx.database.write((tx) =>
    invitations.map(({ key, from, ...given }) =>
      insertInvitation(tx, {
        ...given,
        siteId: site.id,
        id: idFor(key),
        fromId: (from && staff.get(from)) ?? null,
        revision: 1,
        createdAt: now,
        changedAt: now,
      }),
    ),
  );
  const leaving = assertPresent(invitations[1], 'the second is for those who leave');
  await ctx.database.write((tx) => [
    tx.insert(promptExposures).values(
      Array.from({ length: seenTimes }, (_, index) => {
        const at = now - index * 5 * 3_600_000;
        const isHeld = index % 5 === 4;
        const after = (share: number) => (index % share === 0 ? at + 600_000 : null);
        return {
          siteId: site.id,
          id: idFor(`exposure ${index}`),
          promptId: idFor(leaving.key),
          kind: 'invitation' as const,
          arm: isHeld ? ('held' as const) : ('shown' as const),
          language: 'en',
          at,
          dismissedAt: isHeld ? null : after(3),
          actedAt: isHeld ? null : after(7),
          goalAt: after(isHeld ? 12 : 4),
        };
      }),
    ),
  ]);
};
