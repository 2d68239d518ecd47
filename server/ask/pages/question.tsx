/** @jsxImportSource hono/jsx */
import { primarySubtag } from '../../../shared/core/languages.ts';
import type { OwnPart } from '../../../shared/ask/answerSchema.ts';
import type { PublicQuestion } from '../../../shared/ask/schema.ts';
import { excerpt } from '../../core/content/markdown.ts';
import type { KnowledgeCard } from '../../core/knowledge.ts';
import type { Crumb } from '../../core/pages/crumbs.ts';
import { ReportLink } from '../../core/moderation/reports/ReportLink.tsx';
import { Layout, Rich } from '../../core/pages/layout.tsx';
import type { PageCall } from '../../core/pages/pages.tsx';
import { countText } from '../../core/pages/texts.ts';
import { communityTexts } from '../communityTexts.ts';
import { findPublishedMany, listPublished } from '../queries/questions.ts';
import { homePath } from '../rules.ts';
import { questionKind } from '../searchSource.ts';
import { Answers } from './answers.tsx';
import { topicName } from '../../core/pages/topics.ts';
import { withLanguage } from '../../core/pages/links.ts';
import { editQuestionPath } from './ownQuestion.tsx';
import { html, QuestionList } from './parts.tsx';
import { listItems } from './questions.tsx';
import { questionData } from './structured.ts';
import { AnswerForm, type FilledAnswer, Joining } from './taking.tsx';

/* One public question with its answers. */

/** Questions beside one, and how sure it has to be that they are about the same. */
const [relatedCount, relatedFloor] = [3, 0.5];

/** Where a question stands: the front, its topic, itself. */
const crumbsOf = ({ ctx, site, language }: PageCall, question: PublicQuestion): Crumb[] => {
  const { publicUrl } = ctx.config;
  const { category } = question;
  return [
    { name: language.texts.helpCentre, href: `${publicUrl}${homePath(site.key)}?lang=${language.tag}` },
    ...(category
      ? [
          {
            name: topicName(site.settings.categories, category, language.tag),
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

/** The notice about what was just done. */
export const said = ['solved', 'waits', 'posted', 'removed', 'sent', 'follows', 'saved'] as const;
export type Said = (typeof said)[number];

/** The page as one reader sees it. */
export interface ForReader {
  /** The reader's own part; null for who is no visitor of the site. */
  own: OwnPart | null;
  said: Said | null;
  /** The article that was written from it. */
  written: KnowledgeCard | null;
  filled: FilledAnswer;
}

const saidText = ({ language }: PageCall, what: Said): string => {
  const texts = communityTexts(language.tag);
  const all = {
    solved: language.texts.solvedThanks,
    waits: texts.answerWaits,
    posted: texts.answerPosted,
    removed: texts.removed,
    sent: texts.followSent,
    follows: texts.followNow,
    saved: texts.saved,
  };
  return all[what];
};

/** Whether it solved the reader's question, and the way on where it did not. */
const Verdict = ({ call, question }: { call: PageCall; question: PublicQuestion }) => {
  const { site, language } = call;
  const { texts, tag } = language;
  return (
    <form method="post" action={`/sites/${site.key}/questions/${question.id}/solved?lang=${tag}`} class="row">
      <button type="submit">{texts.solvedThis}</button>
      <a
        class="button plain"
        href={`/sites/${site.key}/ask?lang=${tag}&title=${encodeURIComponent(question.title)}&more=1`}
      >
        {texts.notQuite}
      </a>
    </form>
  );
};

/** The forms a reader can use on a question, or why they can't. */
const Community = ({
  call,
  question,
  reader,
}: {
  call: PageCall;
  question: PublicQuestion;
  reader: ForReader;
}) => {
  if (call.site.settings.communityAnswers === 'off') return null;
  return (
    <>
      <Joining call={call} question={question} own={reader.own} filled={reader.filled} />
      {question.closed && (
        <div class="card">
          <p>
            <strong>{communityTexts(call.language.tag).closedTitle}</strong>
          </p>
          <p dir="auto">{question.closed.reason}</p>
        </div>
      )}
      {question.takesAnswers && <AnswerForm call={call} question={question} filled={reader.filled} />}
    </>
  );
};

/** The way to change one's own question, or to report another's. */
const OwnOrReport = ({
  call,
  question,
  own,
}: {
  call: PageCall;
  question: PublicQuestion;
  own: OwnPart | null;
}) => {
  if (call.site.settings.communityAnswers === 'off') return null;
  if (own?.isAsker)
    return own.canEdit ? (
      <p class="row voices">
        <a href={editQuestionPath(call, question.id)}>{communityTexts(call.language.tag).edit}</a>
      </p>
    ) : null;
  return (
    <p class="row voices">
      <ReportLink call={call} of={{ kind: 'question', id: question.id }} />
    </p>
  );
};

/** The article written from the question: the fuller answer. */
const Written = ({ language, card }: { language: PageCall['language']; card: KnowledgeCard }) => (
  <p class="card">
    {language.texts.articleAbout}:{' '}
    <a href={withLanguage(card.path, language.tag)} lang={card.language} dir="auto">
      <strong>{card.title}</strong>
    </a>
  </p>
);

export const questionPage = async (
  call: PageCall,
  question: PublicQuestion,
  reader: ForReader,
): Promise<string> => {
  const { site, language } = call;
  const { texts, tag } = language;
  const url = `${call.ctx.config.publicUrl}${question.path}`;
  const crumbs = crumbsOf(call, question);
  const related = await listRelated(call, question);
  const isWrong = Object.keys(reader.filled.wrong).length > 0;
  return html(
    <Layout
      site={site}
      language={language}
      title={question.title}
      description={question.answers[0] ? excerpt(question.answers[0].rich, 160) : question.title}
      canonical={url}
      markdown={`${url}.md`}
      crumbs={crumbs}
      data={questionData(site, question, url, crumbs, communityTexts(tag).guest)}
    >
      <h1 lang={question.language} dir="auto">
        {question.title}
      </h1>
      <p class="quiet">
        {countText(tag, texts.answers, question.answers.length)}
        {question.solved > 0 && ` · ${countText(tag, texts.solvedFor, question.solved)}`}
        {question.editedAt !== null && ` · ${communityTexts(tag).edited}`}
      </p>
      {isWrong && (
        <p class="card bad" role="alert">
          {texts.somethingWrong}
        </p>
      )}
      {reader.said && (
        <p class="card good" role="status">
          {saidText(call, reader.said)}
        </p>
      )}
      {question.details.length > 0 && (
        <div class="rich" lang={question.language} dir="auto">
          <Rich nodes={question.details} />
        </div>
      )}
      <OwnOrReport call={call} question={question} own={reader.own} />
      {question.splitFrom && (
        <p class="card">
          {communityTexts(tag).splitFrom}{' '}
          <a href={withLanguage(question.splitFrom.path, tag)} dir="auto">
            {question.splitFrom.title}
          </a>
        </p>
      )}
      {reader.written && <Written language={language} card={reader.written} />}
      <Answers question={question} call={call} own={reader.own} />
      {reader.said !== 'solved' && question.answers.length > 0 && <Verdict call={call} question={question} />}
      <Community call={call} question={question} reader={reader} />
      {related.length > 0 && (
        <section aria-labelledby="related">
          <h2 id="related">{texts.related}</h2>
          <QuestionList items={related} language={primarySubtag(tag)} />
        </section>
      )}
    </Layout>,
  );
};
