import { Feed } from 'feed';
import type { Hono } from 'hono';
import { roadmapStatuses } from '../../../shared/ideas/states.ts';
import type { Context } from '../../context.ts';
import { htmlOf, storable } from '../../core/content/htmlOf.ts';
import { pageHeaders } from '../../core/http/securityHeaders.ts';
import { limitPage } from '../../core/pages/forms.ts';
import { type PageCall, withSite } from '../../core/pages/pages.tsx';
import { countText } from '../../core/pages/texts.ts';
import { listSteps } from '../queries/details.ts';
import { listReplies } from '../replies/queries.ts';
import { groupOf, type IdeaRow, listByStatus, listChangedLast, pageOfIdeas } from '../queries/ideas.ts';
import { ideaPath, ideasPath, requireIdeas, roadmapPath, sectionName } from '../rules.ts';
import { ideaTexts } from '../texts.ts';
import { maxOfColumn } from './roadmap.tsx';

/* Ideas for programs: Markdown twins and a feed. */

/** Ideas of the feed, and of the list as Markdown. */
const [maxFeed, maxListed] = [30, 100];

const headersFor = (type: string): Record<string, string> => ({
  ...pageHeaders,
  'content-type': `${type}; charset=utf-8`,
  'cache-control': 'public, max-age=300',
});

export const markdownHeaders = headersFor('text/markdown');

/** One line of Markdown that stays one. */
const line = (text: string): string => text.replace(/\s+/g, ' ').replace(/[[\]]/g, '\\$&').trim();

const linkTo = ({ ctx, site, language }: PageCall, row: IdeaRow, withStatus: boolean): string => {
  const texts = ideaTexts(language.tag);
  const about = [
    ...(withStatus ? [texts[`status_${row.status}`]] : []),
    countText(language.tag, texts.votes, row.votes),
  ].join(', ');
  return `- [${line(row.title)}](${ctx.config.publicUrl}${ideaPath(site.key, row.id, row.slug)}.md): ${about}`;
};

/** An idea with the team's notes and the replies to it, as they were written. */
export const ideaMarkdown = async (call: PageCall, row: IdeaRow): Promise<string> => {
  const { ctx, site, language } = call;
  const texts = ideaTexts(language.tag);
  const steps = await listSteps(ctx, site.id, row.id);
  const replies = await listReplies(ctx, site.id, await groupOf(ctx, site.id, row.id), 'public');
  const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);
  return [
    `# ${line(row.title)}`,
    `${texts[`status_${row.status}`]} · ${countText(language.tag, texts.votes, row.votes)}`,
    ...(row.details.trim() ? [row.details.trim()] : []),
    ...steps.flatMap(({ status, note, at }) => [
      `## ${texts[`status_${status}`]} · ${dayOf(at)}`,
      ...(note ? [note] : []),
    ]),
    ...(replies.length > 0 ? [`## ${texts.replies}`] : []),
    ...replies.flatMap(({ authorKind, authorName, body, createdAt }) => [
      `### ${[authorKind === 'staff' ? texts.team : '', line(authorName), dayOf(createdAt)].filter(Boolean).join(' · ')}`,
      body.trim(),
    ]),
    `<${ctx.config.publicUrl}${ideaPath(site.key, row.id, row.slug)}>`,
  ].join('\n\n');
};

const listMarkdown = async (call: PageCall): Promise<string> => {
  const { ctx, site, language } = call;
  const rows = await pageOfIdeas(
    ctx,
    site.id,
    { state: 'public' },
    { order: 'top', limit: maxListed, offset: 0 },
  );
  return [
    `# ${line(sectionName(site, language.tag))}`,
    rows.map((row) => linkTo(call, row, true)).join('\n'),
    `<${ctx.config.publicUrl}${ideasPath(site.key)}>`,
  ].join('\n\n');
};

const roadmapMarkdown = async (call: PageCall): Promise<string> => {
  const { ctx, site, language } = call;
  const texts = ideaTexts(language.tag);
  const columns = await Promise.all(
    roadmapStatuses.map(async (status) => ({
      status,
      rows: await listByStatus(ctx, site.id, status, maxOfColumn),
    })),
  );
  return [
    `# ${line(texts.roadmap)}`,
    ...columns.flatMap(({ status, rows }) => [
      `## ${texts[`status_${status}`]}`,
      rows.map((row) => linkTo(call, row, false)).join('\n') || texts.emptyColumn,
    ]),
    `<${ctx.config.publicUrl}${roadmapPath(site.key)}>`,
  ].join('\n\n');
};

/** The feed of ideas that were added or changed, with the team's last note. */
const feedOf = async ({ ctx, site, language }: PageCall): Promise<string> => {
  const texts = ideaTexts(language.tag);
  const rows = await listChangedLast(ctx, site.id, maxFeed);
  const { publicUrl } = ctx.config;
  const home = `${publicUrl}${ideasPath(site.key)}`;
  const feed = new Feed({
    id: home,
    link: home,
    title: `${site.name}: ${sectionName(site, language.tag)}`,
    language: language.tag,
    copyright: '',
    feedLinks: { atom: `${home}.atom?lang=${language.tag}` },
    updated: new Date(rows[0]?.updatedAt ?? 0),
  });
  for (const row of rows) {
    const link = `${publicUrl}${ideaPath(site.key, row.id, row.slug)}`;
    feed.addItem({
      id: `${publicUrl}${ideasPath(site.key)}/${row.id}`,
      link,
      title: storable(`${row.title} (${texts[`status_${row.status}`]})`),
      date: new Date(row.updatedAt),
      published: new Date(row.createdAt),
      content: htmlOf([...row.rich, ...(row.noteRich ?? [])]),
    });
  }
  return feed.atom1();
};

export const mountMachinePages = (app: Hono, ctx: Context): void => {
  const twins = [
    ['ideas.md', 'text/markdown', listMarkdown],
    ['roadmap.md', 'text/markdown', roadmapMarkdown],
    ['ideas.atom', 'application/atom+xml', feedOf],
  ] as const;
  for (const [name, type, make] of twins)
    app.get(`/sites/:site/${name}`, (hono) =>
      withSite(ctx, async (call) => {
        limitPage(ctx, hono);
        requireIdeas(call.site);
        return hono.body(await make(call), 200, headersFor(type));
      })(hono),
    );
};
