/** @jsxImportSource hono/jsx */
import type { Article, Graph } from 'schema-dts';
import { reasons } from '../../../shared/articles/schema.ts';
import { headingsOf } from '../../core/content/articleMarkdown.ts';
import { excerpt, plainText } from '../../core/content/markdown.ts';
import { frameOrigins } from '../../core/content/videos.ts';
import type { KnowledgeEntry } from '../../core/knowledge.ts';
import { breadcrumbs, type Crumb } from '../../core/pages/crumbs.ts';
import { dateText } from '../../core/pages/dates.ts';
import { Layout, Rich } from '../../core/pages/layout.tsx';
import type { PageCall } from '../../core/pages/pages.tsx';
import { withLanguage } from '../../core/pages/links.ts';
import { topicName } from '../../core/pages/topics.ts';
import { fill } from '../../core/pages/texts.ts';
import type { Site } from '../../core/people/sites/sites.ts';
import { articleKnowledge, kindOf } from '../knowledge.ts';
import { listLanguages } from '../queries/published.ts';
import { articlePath } from '../rules.ts';
import { articleTexts } from '../texts.ts';
import { filmScriptPath } from './film.ts';

/** Headings from which on an article begins with its contents. */
const longContents = 3;
/** Articles beside one, and how sure it has to be that they are about the same. */
const [relatedCount, relatedFloor] = [3, 0.4];

/** The question at the end of an article: whether it helped, why not, or thanks. */
export type Asked = 'helped' | 'why' | 'thanks';

/** Where an article stands: the front, its topic, itself. */
const crumbsOf = ({ ctx, site, language }: PageCall, entry: KnowledgeEntry): Crumb[] => {
  const base = `${ctx.config.publicUrl}/sites/${site.key}`;
  const { tag } = language;
  return [
    { name: language.texts.helpCentre, href: `${base}?lang=${tag}` },
    ...(entry.category
      ? [
          {
            name: topicName(site.settings.categories, entry.category, tag),
            href: `${base}/questions?lang=${tag}&category=${encodeURIComponent(entry.category)}`,
          },
        ]
      : []),
    { name: entry.title, href: ctx.config.publicUrl + entry.path },
  ];
};

const dataOf = (site: Site, entry: KnowledgeEntry, url: string, crumbs: readonly Crumb[]): Graph => {
  const publisher = { '@type': 'Organization' as const, name: site.name };
  const article: Article = {
    '@type': 'Article',
    headline: entry.title,
    inLanguage: entry.language,
    url,
    mainEntityOfPage: url,
    datePublished: new Date(entry.at).toISOString(),
    dateModified: new Date(entry.updatedAt).toISOString(),
    author: entry.author
      ? entry.author.split(', ').map((name) => ({ '@type': 'Person' as const, name }))
      : publisher,
    publisher,
    articleBody: plainText(entry.rich),
  };
  return { '@context': 'https://schema.org', '@graph': [article, breadcrumbs(crumbs)] };
};

type Heading = ReturnType<typeof headingsOf>[number];

const ContentsList = ({ headings }: { headings: readonly Heading[] }) => (
  <ul>
    {headings.map(({ id, level, nodes }) => (
      <li class={level === 3 ? 'sub' : undefined}>
        <a href={`#${id}`}>{plainText(nodes)}</a>
      </li>
    ))}
  </ul>
);

/** The contents twice: beside the article where there's room, else folded above it. One of them is shown. */
const Contents = ({ entry, label, tag }: { entry: KnowledgeEntry; label: string; tag: string }) => {
  const headings = headingsOf(entry.rich);
  return headings.length < longContents ? null : (
    <>
      <details class="contents-folded">
        <summary lang={tag}>{label}</summary>
        <ContentsList headings={headings} />
      </details>
      <nav class="contents" aria-labelledby="contents">
        <div>
          <p id="contents" lang={tag}>
            {label}
          </p>
          <ContentsList headings={headings} />
        </div>
      </nav>
    </>
  );
};

/** Asks whether it helped, and why not: buttons of forms, which need no script. */
const Feedback = ({ call, entry, asked }: { call: PageCall; entry: KnowledgeEntry; asked: Asked }) => {
  const { site, language } = call;
  const texts = articleTexts(language.tag);
  if (asked === 'thanks')
    return (
      <p class="card good" role="status">
        {texts.thanks}
      </p>
    );
  const choices: [string, string][] =
    asked === 'why'
      ? reasons.map((reason) => [reason, texts[`reason_${reason}`]])
      : [
          ['yes', texts.yes],
          ['no', texts.no],
        ];
  return (
    <form
      class="card feedback"
      method="post"
      action={`/sites/${site.key}/articles/${entry.id}/helped?lang=${language.tag}`}
      aria-labelledby="feedback"
    >
      <p id="feedback">{asked === 'why' ? texts.why : texts.didHelp}</p>
      <div class="row">
        {choices.map(([value, label]) => (
          <button type="submit" name="answer" value={value} class="plain">
            {label}
          </button>
        ))}
      </div>
    </form>
  );
};

/** Articles about the same, and then those of its topic. */
const listRelated = async ({ ctx, site }: PageCall, entry: KnowledgeEntry) => {
  const hits = await ctx.search.suggest(site.id, entry.title, {
    kinds: [kindOf.public],
    language: entry.language,
    limit: relatedCount + 1,
    floor: relatedFloor,
  });
  const found = await articleKnowledge(ctx).cards(
    site,
    hits.map(({ id }) => id),
  );
  const beside = entry.category
    ? await articleKnowledge(ctx).list(site, {
        language: entry.language,
        category: entry.category,
        limit: relatedCount + 1,
      })
    : [];
  const near = hits.flatMap(({ id }) => found.find((card) => card.id === id) ?? []);
  const all = new Map([...near, ...beside].map((card) => [card.id, card]));
  all.delete(entry.id);
  return [...all.values()].slice(0, relatedCount);
};

/** One article. @param articleId whose other languages it names */
export const articlePage = async (
  call: PageCall,
  entry: KnowledgeEntry,
  articleId: string,
  asked: Asked,
): Promise<string> => {
  const { ctx, site, language } = call;
  const { tag } = language;
  const texts = articleTexts(tag);
  const url = `${ctx.config.publicUrl}${entry.path}`;
  const crumbs = crumbsOf(call, entry);
  const [languages, related] = await Promise.all([
    listLanguages(ctx, site.id, articleId),
    listRelated(call, entry),
  ]);
  const updated = fill(texts.updated, { date: dateText(entry.updatedAt, tag, site.settings.hours.zone) });
  const page = (
    <Layout
      site={site}
      language={language}
      title={entry.title}
      description={excerpt(entry.rich, 160)}
      canonical={url}
      markdown={`${url}.md`}
      alternates={languages.map((one) => ({
        language: one.language,
        href: `${ctx.config.publicUrl}${articlePath(site.key, one.id, one.slug)}?lang=${one.language}`,
      }))}
      crumbs={crumbs}
      data={dataOf(site, entry, url, crumbs)}
    >
      <article class="article" lang={entry.language}>
        <h1 dir="auto">{entry.title}</h1>
        <p class="quiet" lang={tag}>
          {entry.author && (
            <>
              <bdi>{fill(texts.by, { names: entry.author })}</bdi>
              {' · '}
            </>
          )}
          <time datetime={new Date(entry.updatedAt).toISOString()}>{updated}</time>
        </p>
        <Contents entry={entry} label={texts.contents} tag={tag} />
        <div class="rich" dir="auto">
          <Rich nodes={entry.rich} />
        </div>
      </article>
      <Feedback call={call} entry={entry} asked={asked} />
      {frameOrigins(entry.rich).length > 0 && <script type="module" src={filmScriptPath} />}
      {related.length > 0 && (
        <section aria-labelledby="related">
          <h2 id="related">{texts.related}</h2>
          <ul class="list">
            {related.map((card) => (
              <li>
                <a href={withLanguage(card.path, tag)}>
                  <strong>
                    <bdi>{card.title}</bdi>
                  </strong>
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <div class="card ask-card">
        <p>{language.texts.notFoundHere}</p>
        <a class="button" href={`/sites/${site.key}/ask?lang=${tag}`}>
          {language.texts.askUs}
        </a>
      </div>
    </Layout>
  );
  return `<!doctype html>${String(page)}`;
};
