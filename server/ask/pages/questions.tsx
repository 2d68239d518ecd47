/** @jsxImportSource hono/jsx */
import { listAnswers } from '../queries/answers.ts';
import { longest } from '../../../shared/core/fields.ts';
import { primarySubtag } from '../../../shared/core/languages.ts';
import type { Context } from '../../context.ts';
import { cut } from '../../core/content/cut.ts';
import { excerpt } from '../../core/content/markdown.ts';
import { Layout } from '../../core/pages/layout.tsx';
import type { PageCall } from '../../core/pages/pages.tsx';
import { countPublished, listPublished, type QuestionRow } from '../queries/questions.ts';
import { homePath, questionPath } from '../rules.ts';
import { listTopics, type Topic } from '../topics.ts';
import { listGuides } from './guides.ts';
import { topicName } from '../../core/pages/topics.ts';
import { withLanguage } from '../../core/pages/links.ts';
import { searchPublic } from '../results.ts';
import { SearchResults } from './results.tsx';
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

/** A page of the list with its neighbours. */
const Pages = ({
  call,
  base,
  page,
  total,
}: {
  call: PageCall;
  base: string;
  page: number;
  total: number;
}) => {
  const { texts } = call.language;
  return (
    <nav class="row" aria-label={texts.questions}>
      {page > 1 && (
        <a rel="prev" href={`${base}&page=${page - 1}`}>
          {texts.previous}
        </a>
      )}
      {page * perPage < total && (
        <a rel="next" href={`${base}&page=${page + 1}`}>
          {texts.following}
        </a>
      )}
    </nav>
  );
};

/** Nothing found or nothing there yet, and the way to ask. */
const Nothing = ({ call, typed }: { call: PageCall; typed: string }) => {
  const { site, language } = call;
  const title = typed ? `&title=${encodeURIComponent(typed)}` : '';
  return (
    <div class="card">
      <p>{typed === '' ? language.texts.listEmpty : language.texts.searchEmpty}</p>
      <p>
        <a class="button" href={`/sites/${site.key}/ask?lang=${language.tag}${title}`}>
          {language.texts.askUs}
        </a>
      </p>
    </div>
  );
};

/** One page of all questions of a language, or of a topic; articles of the topic stand before them. */
const listedPage = async (call: PageCall, category: string | undefined, page: number, base: string) => {
  const { ctx, site, language } = call;
  const filter = { language: primarySubtag(language.tag), ...(category ? { category } : {}) };
  const total = await countPublished(ctx, site.id, filter);
  const rows = await listPublished(ctx, site.id, filter, perPage, (page - 1) * perPage);
  // What the team wrote stands before what was asked.
  const guides = category && page === 1 ? await listGuides(call, category, perPage) : [];
  const items = [...guides, ...(await listItems(ctx, call, rows))];
  const categories = await listTopics(ctx, site, language.tag);
  const more = category ? `&category=${encodeURIComponent(category)}` : '';
  return (
    <>
      {categories.length > 1 && (
        <CategoryChips call={call} base={base} chosen={category} categories={categories} />
      )}
      {items.length ? (
        <QuestionList items={items} language={filter.language} />
      ) : (
        <Nothing call={call} typed="" />
      )}
      <Pages call={call} base={base + more} page={page} total={total} />
    </>
  );
};

/** The results for typed words. */
const foundPage = async (call: PageCall, typed: string, category: string | undefined) => {
  const { ctx, site, language } = call;
  const results = await searchPublic(ctx, site, typed, language.tag);
  return results.length ? (
    <SearchResults call={call} query={typed} results={results} category={category} />
  ) : (
    <Nothing call={call} typed={typed} />
  );
};

/** The page of all public questions, or of those that fit typed words. */
export const questionsPage = async (call: PageCall): Promise<string> => {
  const { ctx, hono, site, language } = call;
  const { texts, tag } = language;
  const typed = cut(hono.req.query('q') ?? '', longest.query);
  const category = cut(hono.req.query('category') ?? '', longest.category) || undefined;
  const page = Math.min(1_000, Math.max(1, Number.parseInt(hono.req.query('page') ?? '1', 10) || 1));
  const base = `/sites/${site.key}/questions?lang=${tag}`;
  const isSearch = typed.trim() !== '';
  const content = isSearch
    ? await foundPage(call, typed, category)
    : await listedPage(call, category, page, base);
  const more = category ? `&category=${encodeURIComponent(category)}` : '';
  return html(
    <Layout
      site={site}
      language={language}
      title={texts.questions}
      canonical={`${ctx.config.publicUrl}${base}${more}`}
      secret={isSearch}
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
      {content}
    </Layout>,
  );
};
