/** @jsxImportSource hono/jsx */
import { primarySubtag } from '../../../shared/core/languages.ts';
import type { PublicQuestion } from '../../../shared/ask/schema.ts';
import { excerpt } from '../../core/content/markdown.ts';
import type { Crumb } from '../../core/pages/crumbs.ts';
import { Layout, Rich, Time } from '../../core/pages/layout.tsx';
import type { PageCall } from '../../core/pages/pages.tsx';
import { countText } from '../../core/pages/texts.ts';
import { findPublishedMany, listPublished } from '../queries/questions.ts';
import { homePath } from '../rules.ts';
import { questionKind } from '../searchSource.ts';
import { html, nameOf, QuestionList } from './parts.tsx';
import { listItems } from './questions.tsx';
import { questionData } from './structured.ts';

/* One public question with its answers. */

/** Questions beside one, and how sure it has to be that they are about the same. */
const [relatedCount, relatedFloor] = [3, 0.5];

const Answers = ({ question, call }: { question: PublicQuestion; call: PageCall }) => {
  const { language, site } = call;
  const { texts } = language;
  return (
    <>
      {question.answers.map((answer) => (
        <article class="card">
          {(answer.official || answer.accepted) && (
            <p class="mark">{answer.official ? texts.official : texts.accepted}</p>
          )}
          <div class="rich" lang={question.language} dir="auto">
            <Rich nodes={answer.rich} />
          </div>
          <p class="quiet">
            <bdi>{answer.author}</bdi>
            {answer.author && ' · '}
            <Time at={answer.at} language={language} zone={site.settings.hours.zone} />
          </p>
        </article>
      ))}
    </>
  );
};

/** Where a question stands: the front, its topic, itself. */
const crumbsOf = ({ ctx, site, language }: PageCall, question: PublicQuestion): Crumb[] => {
  const { publicUrl } = ctx.config;
  const { category } = question;
  return [
    { name: language.texts.helpCentre, href: `${publicUrl}${homePath(site.key)}?lang=${language.tag}` },
    ...(category
      ? [
          {
            name: nameOf(site.settings.categories, category, language.tag),
            href: `${publicUrl}/sites/${site.key}/questions?lang=${language.tag}&category=${encodeURIComponent(category)}`,
          },
        ]
      : []),
    { name: question.title, href: publicUrl + question.path },
  ];
};

/** Questions about the same as one, and then those of its topic. */
const listRelated = async (call: PageCall, question: PublicQuestion) => {
  const { ctx, site } = call;
  const hits = await ctx.search.suggest(site.id, question.title, {
    kinds: [questionKind],
    language: question.language,
    limit: relatedCount + 1,
    floor: relatedFloor,
  });
  const ids = hits.map(({ group }) => group);
  const found = ids.length ? await findPublishedMany(ctx, site.id, ids) : [];
  const filter = { language: question.language, ...(question.category && { category: question.category }) };
  const beside = question.category
    ? await listPublished(ctx, site.id, filter, relatedCount + ids.length + 1, 0)
    : [];
  const rows = [...ids.flatMap((id) => found.find((row) => row.id === id) ?? []), ...beside].filter(
    ({ id, duplicateOf }) => id !== question.id && duplicateOf === null,
  );
  return listItems(ctx, call, [...new Map(rows.map((row) => [row.id, row])).values()].slice(0, relatedCount));
};

export const questionPage = async (
  call: PageCall,
  question: PublicQuestion,
  thanks: boolean,
): Promise<string> => {
  const { site, language } = call;
  const { texts, tag } = language;
  const url = `${call.ctx.config.publicUrl}${question.path}`;
  const crumbs = crumbsOf(call, question);
  const related = await listRelated(call, question);
  return html(
    <Layout
      site={site}
      language={language}
      title={question.title}
      description={question.answers[0] ? excerpt(question.answers[0].rich, 160) : question.title}
      canonical={url}
      markdown={`${url}.md`}
      crumbs={crumbs}
      data={questionData(site, question, url, crumbs)}
    >
      <h1 lang={question.language} dir="auto">
        {question.title}
      </h1>
      <p class="quiet">
        {countText(tag, texts.answers, question.answers.length)}
        {question.solved > 0 && ` · ${countText(tag, texts.solvedFor, question.solved)}`}
      </p>
      {question.details.length > 0 && (
        <div class="rich" lang={question.language} dir="auto">
          <Rich nodes={question.details} />
        </div>
      )}
      <Answers question={question} call={call} />
      {thanks ? (
        <p class="card good" role="status">
          {texts.solvedThanks}
        </p>
      ) : (
        <form
          method="post"
          action={`/sites/${site.key}/questions/${question.id}/solved?lang=${tag}`}
          class="row"
        >
          <button type="submit">{texts.solvedThis}</button>
          <a
            class="button plain"
            href={`/sites/${site.key}/ask?lang=${tag}&title=${encodeURIComponent(question.title)}&more=1`}
          >
            {texts.notQuite}
          </a>
        </form>
      )}
      {related.length > 0 && (
        <section aria-labelledby="related">
          <h2 id="related">{texts.related}</h2>
          <QuestionList items={related} language={primarySubtag(tag)} />
        </section>
      )}
    </Layout>,
  );
};
