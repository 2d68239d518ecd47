/** @jsxImportSource hono/jsx */
import { listAnswers } from '../queries/answers.ts';
import { questionKind } from '../searchSource.ts';
import { longest } from '../../../shared/core/fields.ts';
import { primarySubtag } from '../../../shared/core/languages.ts';
import type { Context } from '../../context.ts';
import { cut } from '../../core/content/cut.ts';
import { excerpt } from '../../core/content/markdown.ts';
import { Layout } from '../../core/pages/layout.tsx';
import type { PageCall } from '../../core/pages/pages.tsx';
import { countPublished, findPublishedMany, listPublished, type QuestionRow } from '../queries/questions.ts';
import { homePath, questionPath } from '../rules.ts';
import { findGuides, listGuides, listTopics, type Topic } from './guides.ts';
import { topicName } from '../../core/pages/topics.ts';
import { withLanguage } from '../../core/pages/links.ts';
import { html, QuestionList, SearchForm } from './parts.tsx';

/* Public questions: the list with its search. */

const perPage = 30;

/** Questions as lists show them. */
export const listItems = async (ctx: Context, call: PageCall, rows: QuestionRow[]) => {
  const answers = rows.length
    ? await listAnswers(
        ctx,
        call.site.id,
        rows.map((row) => row.id),
      )
    : [];
  return rows.map((row) => {
    const first = answers.find((answer) => answer.questionId === row.id);
    return {
      path: withLanguage(questionPath(call.site.key, row.id, row.slug), call.language.tag),
      title: row.title,
      snippet: first ? excerpt(first.rich, 150) : '',
      lang: row.language,
    };
  });
};

/** Finds the list's items: what matches the typed words, or one page of all. */
const findItems = async (
  call: PageCall,
  typed: string,
  filter: Parameters<typeof countPublished>[2],
  page: number,
) => {
  const { ctx, site, language } = call;
  if (typed.trim() === '') {
    const total = await countPublished(ctx, site.id, filter);
    const rows = await listPublished(ctx, site.id, filter, perPage, (page - 1) * perPage);
    return { total, items: await listItems(ctx, call, rows) };
  }
  const hits = await ctx.search.suggest(site.id, typed, {
    kinds: [questionKind, ...ctx.knowledge.map(({ kind }) => kind)],
    language: language.tag,
    limit: 20,
    floor: 0.1,
  });
  const rows = hits.length
    ? await findPublishedMany(
        ctx,
        site.id,
        hits.map((hit) => hit.group),
      )
    : [];
  const found = hits.flatMap((hit) => rows.find((row) => row.id === hit.group) ?? []);
  const questions = await listItems(ctx, call, found);
  const others = await findGuides(
    call,
    hits.map(({ id }) => id),
  );
  const byId = new Map([
    ...found.map((row, place) => [row.id, questions[place]] as const),
    ...others.map(({ id, item }) => [id, item] as const),
  ]);
  return { total: 0, items: hits.flatMap((hit) => byId.get(hit.group) ?? byId.get(hit.id) ?? []) };
};

/** Links to the questions of each category. */
const CategoryChips = ({
  call,
  base,
  chosen,
  categories,
}: {
  call: PageCall;
  base: string;
  chosen: string | undefined;
  categories: readonly Topic[];
}) => {
  const { site, language } = call;
  const { texts, tag } = language;
  return (
    <ul class="chips">
      <li>
        <a href={base} aria-current={chosen ? undefined : 'page'}>
          {texts.everything}
        </a>
      </li>
      {categories.map(({ name }) => (
        <li>
          <a
            href={`${base}&category=${encodeURIComponent(name)}`}
            aria-current={chosen === name ? 'page' : undefined}
          >
            {topicName(site.settings.categories, name, tag)}
          </a>
        </li>
      ))}
    </ul>
  );
};

export const questionsPage = async (call: PageCall): Promise<string> => {
  const { ctx, hono, site, language } = call;
  const { texts, tag } = language;
  const typed = cut(hono.req.query('q') ?? '', longest.query);
  const category = cut(hono.req.query('category') ?? '', longest.category) || undefined;
  const page = Math.min(1_000, Math.max(1, Number.parseInt(hono.req.query('page') ?? '1', 10) || 1));
  const filter = { language: primarySubtag(tag), ...(category ? { category } : {}) };
  const base = `/sites/${site.key}/questions?lang=${tag}`;
  const found = await findItems(call, typed, filter, page);
  const { total } = found;
  // What the team wrote stands before what was asked.
  const guides = category && page === 1 && !typed.trim() ? await listGuides(call, category, perPage) : [];
  const items = [...guides, ...found.items];
  const categories = await listTopics(call);
  const more = category ? `&category=${encodeURIComponent(category)}` : '';
  return html(
    <Layout
      site={site}
      language={language}
      title={texts.questions}
      canonical={`${ctx.config.publicUrl}${base}${more}`}
      secret={typed.trim() !== ''}
      alternates={site.settings.languages.map((one) => ({
        language: one,
        href: `${ctx.config.publicUrl}/sites/${site.key}/questions?lang=${one}`,
      }))}
      crumbs={[
        { name: texts.helpCentre, href: `${homePath(site.key)}?lang=${tag}` },
        { name: texts.questions, href: base },
      ]}
    >
      <h1>{texts.questions}</h1>
      <SearchForm {...call} value={typed} />
      {typed.trim() === '' && categories.length > 1 && (
        <CategoryChips call={call} base={base} chosen={category} categories={categories} />
      )}
      {items.length ? (
        <QuestionList items={items} language={filter.language} />
      ) : (
        <div class="card">
          <p>{typed.trim() === '' ? texts.listEmpty : texts.searchEmpty}</p>
          <p>
            <a
              class="button"
              href={`/sites/${site.key}/ask?lang=${tag}${typed ? `&title=${encodeURIComponent(typed)}` : ''}`}
            >
              {texts.askUs}
            </a>
          </p>
        </div>
      )}
      <nav class="row" aria-label={texts.questions}>
        {page > 1 && (
          <a rel="prev" href={`${base}${more}&page=${page - 1}`}>
            {texts.previous}
          </a>
        )}
        {page * perPage < total && (
          <a rel="next" href={`${base}${more}&page=${page + 1}`}>
            {texts.following}
          </a>
        )}
      </nav>
    </Layout>,
  );
};
