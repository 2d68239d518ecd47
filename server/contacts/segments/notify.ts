import type { Notified } from '../../../shared/contacts/segments/schema.ts';
import { mainLanguage } from '../../../shared/core/languages.ts';
import { staffPath } from '../../../shared/core/mail/routes.ts';
import { usualChoices } from '../../../shared/core/people/alertChoices.ts';
import type { Context } from '../../context.ts';
import type { Queries, Statement } from '../../core/db/database.ts';
import { derivedId } from '../../core/derivedId.ts';
import type { JobHandler } from '../../core/jobs/handlers.ts';
import { planJob } from '../../core/jobs/queries.ts';
import type { Job, JobResult } from '../../core/jobs/work.ts';
import { sendOnce } from '../../core/mail/sendOnce.ts';
import { mailLanguage } from '../../core/mail/texts.ts';
import { countText, fill } from '../../core/pages/texts.ts';
import { type NoticeWriter, pushNotice } from '../../core/people/staff/notice.ts';
import { listChoices, listColleagues, listTeamMembers } from '../../core/people/staff/queries.ts';
import { findEntered, findSegment, findTeams } from './queries/kept.ts';
import type { segments } from './tables.ts';
import { segmentTexts } from './texts.ts';

/* Staff are told of who entered a segment: one look at it is one notice, however many entered. */

/** The page on which staff see a segment. */
const segmentPath = (siteId: string, id: string): string => `${staffPath(siteId, 'contacts')}?segment=${id}`;

type Segment = typeof segments.$inferSelect;

const done: JobResult = { kind: 'done' };

/** Names the writer of pushes about segments. */
export const segmentNotice = 'segments';

/** Those of the chosen who are on the site's team still. */
export const knownAmong = async (
  ctx: Context,
  siteId: string,
  { people, teams }: Notified = { people: [], teams: [] },
): Promise<Notified> => {
  const colleagues = new Set((await listColleagues(ctx, siteId)).map(({ id }) => id));
  return {
    people: people.filter((id) => colleagues.has(id)),
    teams: await findTeams(ctx, siteId, teams),
  };
};

/** The statement that plans the notice of a look. Whoever was in the segment at its first look hasn’t entered. */
export const planNotice = (
  tx: Queries,
  { siteId, id, notify, watchedSince }: Segment,
  at: number,
  now: number,
): Statement[] =>
  watchedSince !== null && watchedSince < at && notify.people.length + notify.teams.length > 0
    ? [
        planJob(
          tx,
          siteId,
          { kind: 'segments.notify', key: `${id} ${at}`, payload: { segment: id, hour: at }, runAt: now },
          now,
        ),
      ]
    : [];

/** The segment of a notice, and who entered it; null where there’s nobody to tell of. */
const readNotice = async (ctx: Context, { siteId, payload }: Pick<Job, 'siteId' | 'payload'>) => {
  const segment = await findSegment(ctx, siteId, String(payload['segment']));
  if (!segment) return null;
  const entered = await findEntered(ctx, siteId, segment.id, Number(payload['hour']));
  return entered.count > 0 ? { segment, ...entered } : null;
};

/** Everyone who was chosen, each once, as they chose to be told. */
const begin: JobHandler = async (ctx, job) => {
  const { siteId, payload } = job;
  const notice = await readNotice(ctx, job);
  if (!notice) return done;
  const { segment } = notice;
  const chosen = new Set([
    ...segment.notify.people,
    ...(await listTeamMembers(ctx, siteId, segment.notify.teams)),
  ]);
  const people = (await listColleagues(ctx, siteId)).filter(({ id }) => chosen.has(id));
  const now = ctx.clock.now();
  return {
    kind: 'done',
    write: (tx) =>
      people.flatMap(({ id: staff }) => {
        const key = `${job.key} ${staff}`;
        return [
          ...(ctx.mailer.isConfigured
            ? [
                planJob(
                  tx,
                  siteId,
                  { kind: 'segments.mail', key, payload: { ...payload, staff }, runAt: now },
                  now,
                ),
              ]
            : []),
          ...pushNotice(ctx, tx, siteId, {
            writer: segmentNotice,
            key,
            staffId: staff,
            payload: { segment: segment.id, hour: Number(payload['hour']) },
            now,
          }),
        ];
      }),
  };
};

/** The push: how many entered, and the segment's name. */
export const writeNotice: NoticeWriter = async (ctx, job, language) => {
  const notice = await readNotice(ctx, job);
  return (
    notice && {
      title: countText(language, segmentTexts(language).pushTitle, notice.count),
      body: notice.segment.name,
      tag: notice.segment.id,
      path: segmentPath(job.siteId, notice.segment.id),
    }
  );
};

/** One mail to one person. */
const send: JobHandler = async (ctx, job) => {
  const { siteId, payload } = job;
  const site = await ctx.sites.byId(siteId);
  const notice = await readNotice(ctx, job);
  const person = (await listColleagues(ctx, siteId)).find(({ id }) => id === payload['staff']);
  if (!site || !notice || !person) return done;
  const choices = (await listChoices(ctx, siteId)).get(person.id) ?? usualChoices;
  if (!choices.mailSegments) return done;
  const { segment, count, names } = notice;
  const language = mailLanguage(choices.mailLanguage ?? mainLanguage(site.settings));
  const { tag } = language;
  const texts = segmentTexts(tag);
  const { publicUrl } = ctx.config;
  const listed = new Intl.ListFormat(tag).format([
    ...names,
    ...(names.length && count > names.length ? [countText(tag, texts.more, count - names.length)] : []),
  ]);
  return sendOnce(ctx, job, {
    site,
    kind: 'segment',
    about: derivedId('segment mail', siteId, segment.id),
    address: person.email,
    staffId: person.id,
    isProven: 'staff',
    subject: `[${site.name}] ${fill(countText(tag, texts.subject, count), { segment: segment.name })}`,
    letter: {
      language,
      accent: site.settings.theme.accent,
      paragraphs: [
        fill(countText(tag, texts.lead, count), { segment: segment.name }),
        ...(listed ? [listed] : []),
      ],
      quotes: [],
      action: { label: texts.open, href: publicUrl + segmentPath(siteId, segment.id), note: '' },
      links: [{ label: texts.choose, href: publicUrl + staffPath(siteId, 'alerts') }],
      footer: [fill(texts.why, { site: site.name })],
      stop: null,
    },
  });
};

export const noticeJobs: Record<string, JobHandler> = { 'segments.notify': begin, 'segments.mail': send };
