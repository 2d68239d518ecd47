import { defaultRule } from '../../shared/core/prompts/kinds.ts';
import { editableFor } from '../../shared/nps/groups.ts';
import { assertPresent } from '../core/assertPresent.ts';
import type { Context } from '../context.ts';
import { promptExposures } from '../core/prompts/tables.ts';
import type { Site } from '../core/people/sites/sites.ts';
import { insertResponse, insertSurvey, type ResponseRow } from '../nps/queries.ts';
import { npsComments } from './content/nps.ts';
import { idFor } from './time.ts';

const day = 24 * 3_600_000;
const answers = 340;
/** Over so many days, a little more of them lately. */
const span = 200;

/** Always the same numbers, evenly spread between 0 and 1 (Park and Miller's generator, Communications of the ACM 31, 1988). */
const draw = (seed: number) => () => {
  seed = (seed * 48_271) % 2_147_483_647;
  return seed / 2_147_483_647;
};

const scoreOf = (place: number, later: number): number => {
  // It got better after the spring: fewer wait for parts.
  const promoters = 0.42 + 0.16 * later;
  const passives = 0.3;
  if (place < promoters) return place < promoters / 2 ? 10 : 9;
  if (place < promoters + passives) return place < promoters + passives / 2 ? 8 : 7;
  return Math.floor(((place - promoters - passives) / (1 - promoters - passives)) * 7);
};

const groups = [6, 8, 10] as const;
const pages = ['/orders/thanks', '/orders/thanks', '/account', '/docs/care'];
const languages = ['en', 'en', 'de', 'de', 'ar'];

const pick = <One>(list: readonly One[], random: () => number): One =>
  assertPresent(list[Math.floor(random() * list.length)], 'no list is empty');

/** The demo company's survey: half a year of answers, in three languages. */
export const seedNps = async (ctx: Context, site: Site, staff: Map<string, string>): Promise<void> => {
  const now = ctx.clock.now();
  const surveyId = idFor('survey');
  const random = draw(20_260_501);
  const rows: ResponseRow[] = [];
  const exposures: (typeof promptExposures.$inferInsert)[] = [];
  for (let index = 0; index < answers; index++) {
    const later = index / answers;
    const at = Math.round(now - span * day * (1 - later ** 0.8) - random() * day - editableFor);
    const score = scoreOf(random(), later);
    const language = pick(languages, random);
    const group = groups.findIndex((max) => score <= max);
    const said = assertPresent(npsComments[language as 'en'][group], 'each score has its group’s words');
    const page = pick(pages, random);
    const isPrompted = random() < 0.8;
    rows.push({
      siteId: site.id,
      id: idFor(`response ${index}`),
      surveyId,
      person: `demo ${index}`,
      visitorId: null,
      isKnown: random() < 0.6,
      score,
      text: random() < 0.4 ? pick(said, random) : '',
      language,
      page,
      source: isPrompted ? 'prompt' : 'mail',
      attributes: { bicycle: random() < 0.6 ? 'Heron' : 'Wren' },
      labels: [],
      conversationId: null,
      at,
      hour: Math.floor(at / editableFor),
      changedAt: at,
    });
    if (!isPrompted) continue;
    // For each who answers, two do not: one closes it, one leaves it.
    for (const outcome of ['acted', 'dismissed', 'none'] as const)
      exposures.push({
        siteId: site.id,
        id: idFor(`survey exposure ${index} ${outcome}`),
        promptId: surveyId,
        kind: 'survey',
        arm: 'shown',
        language,
        at,
        actedAt: outcome === 'acted' ? at : null,
        dismissedAt: outcome === 'dismissed' ? at : null,
        goalAt: null,
      });
  }
  await ctx.database.write((tx) => [
    insertSurvey(tx, {
      siteId: site.id,
      id: surveyId,
      name: 'After the first ride',
      question: {},
      follow: { promoter: {}, passive: {}, detractor: {} },
      link: `${ctx.config.publicUrl}/demo/`,
      makeRight: true,
      ownerId: staff.get('mara') ?? null,
      apartDays: 90,
      rule: {
        ...defaultRule(),
        on: true,
        often: { kind: 'days', days: 180 },
        backOffDays: 180,
        conditions: { event: 'order_arrived' },
      },
      revision: 1,
      createdAt: now,
      changedAt: now,
    }),
    ...rows.map((row) => insertResponse(tx, row)),
    ...exposures.map((row) => tx.insert(promptExposures).values(row)),
  ]);
};
