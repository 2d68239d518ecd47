import { demoBrand, seedBrand } from './brand.ts';
import { assertPresent } from '../core/assertPresent.ts';
import { saveTeam } from '../inbox/writes/teams.ts';
import { saveReply } from '../inbox/writes/cannedReplies.ts';
import { createSite } from '../core/people/sites/writes.ts';
import { newId } from '../../shared/core/ids.ts';
import { importEntry } from '../ask/importFaq.ts';
import type { Context } from '../context.ts';
import { readHead } from '../core/events/head.ts';
import { startFacts } from '../reports/fillJob.ts';
import { skipLog } from '../core/jobs/reader.ts';
import { changeRow, markSeen } from '../core/conversations/writes/changes.ts';
import { addStaffMessage, addVisitorMessage } from '../core/conversations/writes/messages.ts';
import { rateConversation } from '../core/conversations/rating.ts';
import { openConversation } from '../core/conversations/writes/opening.ts';
import { findConversation } from '../core/conversations/queries/conversations.ts';
import { commitChange } from '../inbox/writes/changes.ts';
import { indexSite } from '../inbox/writes/messageIndex.ts';
import { saveLabel } from '../inbox/writes/labels.ts';
import { fingerprint } from '../core/people/secrets.ts';
import type { Site } from '../core/people/sites/sites.ts';
import { createStaff } from '../core/people/staff/writes.ts';
import { newVisitor } from '../core/people/visitors/visitor.ts';
import { seedAnnouncements } from './announcements.ts';
import { seedArticles } from './articles.ts';
import { seedComments } from './comments.ts';
import { planSeededCallbacks, seedCallbacks } from './callbacks.ts';
import { callTopics } from './content/callbackTopics.ts';
import { categories } from './content/categories.ts';
import { conversations } from './content/conversations.ts';
import { labels, replies, teams } from './content/inbox.ts';
import { people, siteTexts } from './content/people.ts';
import { questionsAr } from './content/questions-ar.ts';
import { questionsDe } from './content/questions-de.ts';
import { questionsEn } from './content/questions-en.ts';
import { seedIdeas } from './ideas.ts';
import { seedInvitations } from './invitations.ts';
import { contactSettings, seedContacts } from './contacts.ts';
import { seedRules } from './rules.ts';
import { seedNps } from './nps.ts';
import type { SeedConversation, SeedQuestion } from './content/types.ts';
import { atTime, idFor, minute } from './time.ts';

/** The demo's password: printed at start, and only ever set in the demo company. */
const demoPassword = 'kettle-and-crane';

const day = 24 * 60 * minute;

/** Visitors' part of the demo's public pages: each contribution is looked at first. */
const openToVisitors = { communityAnswers: 'approve', ideas: { mode: 'approve', names: {} } } as const;

/** Questions that are written together. */
const atOnce = 24;

const onThisHost = (ctx: Context, markdown: string): string =>
  markdown.replaceAll('](/', `](${ctx.config.publicUrl}/`);

const seedQuestion = async (ctx: Context, site: Site, now: number, given: SeedQuestion): Promise<void> => {
  const author = people.find((person) => person.key === given.answeredBy);
  await importEntry(
    ctx,
    site,
    {
      id: `seed ${given.key}`,
      title: given.title,
      details: given.details ?? '',
      answer: onThisHost(ctx, given.answer),
      language: given.language,
      category: given.category,
      phrasings: given.phrasings ?? [],
    },
    false,
    {
      askedBy: given.askedBy,
      answeredBy: author?.name ?? '',
      official: given.official,
      at: now - given.daysAgo * day,
    },
  );
};

const seedConversation = async (
  ctx: Context,
  site: Site,
  now: number,
  staff: Map<string, string>,
  given: SeedConversation,
): Promise<void> => {
  const [first, ...rest] = given.messages;
  if (!first) return;
  const at = (minutesAgo: number): Context => atTime(ctx, now - minutesAgo * minute);
  // A secret derived from the installation's: the demo's visitors can be impersonated by nobody.
  const secret = fingerprint(ctx.secrets.signing, given.key);
  const visitor = newVisitor(site.id, secret, now - given.minutesAgo * minute);
  let row = await openConversation(at(first.minutesAgo), site, visitor, {
    id: idFor(given.key),
    kind: given.kind,
    subject: given.subject,
    body: first.body,
    language: given.language,
    category: null,
    visibility: given.public ? 'public' : 'private',
    place: {
      page: { url: `${ctx.config.publicUrl}${given.pageUrl}`, title: siteTexts.name },
      referrer: null,
      zone: given.language === 'en' ? 'Europe/London' : given.language === 'de' ? 'Europe/Berlin' : null,
      device: 'Firefox on Windows',
    },
    held: false,
    fingerprint: fingerprint(given.key),
    name: given.visitorName ?? null,
    email: given.email ?? null,
  });
  if (given.assignee)
    row = await changeRow(at(first.minutesAgo), row, {
      assigneeId: assertPresent(staff.get(given.assignee), 'the demo’s staff come first'),
    });
  for (const [index, message] of rest.entries()) {
    const when = at(message.minutesAgo);
    const written = { id: idFor(`${given.key} ${index}`), body: onThisHost(ctx, message.body) };
    if (message.from === 'visitor') await addVisitorMessage(when, site, row, visitor, written);
    else
      await addStaffMessage(
        when,
        row,
        { id: assertPresent(staff.get(message.from), 'the demo’s staff come first'), name: '' },
        { ...written, visibility: message.note ? 'note' : 'public' },
      );
    row = assertPresent(await findConversation(ctx, site.id, row.id), 'it was just written');
  }
  if (
    !given.assignee &&
    row.assigneeId &&
    given.messages.every((message) => message.from === 'visitor' || message.note)
  )
    row = await changeRow(ctx, row, { assigneeId: null });
  if (given.status !== 'open')
    await changeRow(ctx, row, {
      status: given.status,
      promiseAt: null,
      ...(given.status === 'closed' && { closedAt: now }),
    });
  const closed = given.rating && (await findConversation(ctx, site.id, row.id));
  if (closed && given.rating)
    await rateConversation(atTime(ctx, now), closed, given.rating, given.rating.comment);
  if (row.waitingFor === 'visitor') await markSeen(ctx, row, 'visitor', row.lastSeq);
};

/** Labels, a team and canned replies, on the conversations that they fit. */
const seedInbox = async (
  ctx: Context,
  site: Site,
  now: number,
  staff: Map<string, string>,
): Promise<void> => {
  for (const { name, colour, on } of labels) {
    const id = idFor(`label ${name}`);
    await ctx.database.write((tx) => [saveLabel(tx, site.id, id, { name, colour }, now)]);
    for (const key of on) {
      const row = await findConversation(ctx, site.id, idFor(key));
      if (row) await commitChange(ctx, row, { row: {}, notices: [], added: [id], removed: [] });
    }
  }
  for (const { name, members, on } of teams) {
    const id = idFor(`team ${name}`);
    const people = members.map((member) => assertPresent(staff.get(member), 'the demo’s staff come first'));
    await ctx.database.write((tx) => saveTeam(tx, site.id, id, { name, members: people }, now));
    for (const key of on) {
      const row = await findConversation(ctx, site.id, idFor(key));
      if (row) await changeRow(ctx, row, { teamId: id });
    }
  }
  await ctx.database.write((tx) =>
    replies.map((reply) => saveReply(tx, site.id, idFor(`reply ${reply.shortcut}`), reply, now)),
  );
  await seedRules(ctx, site, staff);
};

/**
 * Adds the demo company: its site, two people who answer, public questions in three languages, conversations and
 * calls in every state. Deterministic but for the times, which count back from now.
 * @returns the demo's login, or null when the database already holds a site
 */
export const seedDemo = async (ctx: Context): Promise<{ email: string; password: string } | null> => {
  const login = { email: assertPresent(people[0], 'the demo has staff').email, password: demoPassword };
  if (await ctx.sites.byKey('demo')) return login;
  const now = ctx.clock.now();
  const { hours } = siteTexts;
  const defaults = ctx.settings.defaults();
  const id = await createSite(ctx, {
    id: newId(now),
    key: 'demo',
    name: siteTexts.name,
    origins: [ctx.config.publicUrl],
    settings: {
      languages: ['en', 'de', 'ar'],
      // One of the hazard pages is a sandboxed frame.
      allowOpaqueOrigin: true,
      teamName: siteTexts.name,
      greeting: siteTexts.greeting,
      hours: {
        zone: siteTexts.timeZone,
        week: [
          hours.monday,
          hours.tuesday,
          hours.wednesday,
          hours.thursday,
          hours.friday,
          hours.saturday,
          hours.sunday,
        ].map((interval) => (interval ? [interval] : [])),
      },
      features: { ...defaults.features, callback: true, comments: true },
      callback: {
        ...defaults.callback,
        hours: { ...defaults.callback.hours, zone: siteTexts.timeZone },
        topics: callTopics,
      },
      ...openToVisitors,
      contacts: contactSettings,
      brand: demoBrand(ctx),
      categories: categories.map(({ name, names, icon }) => ({ key: name, names, icon })),
    },
  });
  const site = id ? await ctx.sites.byId(id) : null;
  if (!site) throw new Error('the demo site could not be made');
  const staff = new Map<string, string>();
  for (const person of people)
    staff.set(
      person.key,
      await createStaff(ctx, {
        site: site.id,
        email: person.email,
        name: person.name,
        password: demoPassword,
        role: person.role,
      }),
    );
  // Together: commits that arrive together share one fsync. Not all of them: a pool of connections has an end.
  const questions = [...questionsEn, ...questionsDe, ...questionsAr];
  for (let first = 0; first < questions.length; first += atOnce)
    await Promise.all(
      questions.slice(first, first + atOnce).map((question) => seedQuestion(ctx, site, now, question)),
    );
  for (const conversation of conversations) await seedConversation(ctx, site, now, staff, conversation);
  await seedBrand(ctx, site);
  await seedInbox(ctx, site, now, staff);
  await seedContacts(ctx, site, now, staff);
  await seedComments(ctx, site, now, staff);
  await seedCallbacks(ctx, site, now, staff);
  await seedInvitations(ctx, site, staff);
  await seedNps(ctx, site, staff);
  await seedAnnouncements(ctx, site, staff);
  await seedArticles(ctx, site, staff);
  await seedIdeas(ctx, site, staff);
  await indexSite(ctx, site.id);
  // What is told here happened long ago: nobody is reminded of it, and nobody gets mail.
  await skipLog(ctx, site.id);
  const start = await readHead(ctx.database, site.id);
  await ctx.database.write((tx) => startFacts(tx, site.id, { start, before: now + 1 }, now));
  await planSeededCallbacks(ctx, site, now);
  return login;
};
