/** @jsxImportSource hono/jsx */
import { primarySubtag } from '../../../shared/core/languages.ts';
import type { HomeLink } from '../../core/pages/homeLinks.ts';
import type { HomeNews } from '../../core/pages/homeNews.ts';
import { Layout, Time } from '../../core/pages/layout.tsx';
import type { PageCall } from '../../core/pages/pages.tsx';
import { countText } from '../../core/pages/texts.ts';
import { listAnsweredLast, listHelpful } from '../queries/home.ts';
import { homePath } from '../rules.ts';
import { listTopics, type Topic } from '../topics.ts';
import { listGuides } from './guides.ts';
import { withLanguage } from '../../core/pages/links.ts';
import { topicIcon, topicName } from '../../core/pages/topics.ts';
import { TopicIcon } from '../../core/pages/topicIcon.tsx';
import { html, QuestionList, SearchForm } from './parts.tsx';
import { listItems } from './questions.tsx';
import { homeData } from './structured.ts';

/** Questions of each list. */
const shownEach = 6;

/** Announcements on the front page: incidents first. */
const NewsPart = ({ call, news }: { call: PageCall; news: readonly HomeNews[] }) => {
  const { site, language } = call;
  return (
    <ul class="home-news">
      {news.map(({ title, path, at, isProblem }) => (
        <li class={isProblem ? 'card bad' : 'card'}>
          <a href={`${path}?lang=${language.tag}`} dir="auto">
            <strong>{title}</strong>
          </a>
          <span class="quiet">
            <Time at={at} language={language} zone={site.settings.hours.zone} withTime={isProblem} />
          </span>
        </li>
      ))}
    </ul>
  );
};

/** Sections of other features. */
const Sections = ({ call, links }: { call: PageCall; links: readonly HomeLink[] }) => (
  <ul class="topics sections">
    {links.map(({ label, lead, path }) => (
      <li>
        <a href={withLanguage(path, call.language.tag)}>
          <strong>{label}</strong>
          <span class="quiet">{lead}</span>
        </a>
      </li>
    ))}
  </ul>
);

/** The topics, with how much each holds. */
const Topics = ({ call, categories }: { call: PageCall; categories: readonly Topic[] }) => {
  const { site, language } = call;
  const { categories: known } = site.settings;
  const hasIcons = categories.some(({ name }) => topicIcon(known, name));
  return (
    <ul class={hasIcons ? 'topics with-icons' : 'topics'}>
      {categories.map(({ name, total, hasOthers }) => (
        <li>
          <a href={`/sites/${site.key}/questions?lang=${language.tag}&category=${encodeURIComponent(name)}`}>
            {hasIcons && <TopicIcon name={topicIcon(known, name) ?? 'book'} />}
            <strong>{topicName(known, name, language.tag)}</strong>
            <span class="quiet">
              {countText(
                language.tag,
                hasOthers ? language.texts.entryCount : language.texts.questionCount,
                total,
              )}
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
};

/** The front of the help centre: search first, then what is wrong, the topics, and what others needed. */
export const homePage = async (call: PageCall): Promise<string> => {
  const { ctx, site, language } = call;
  const { texts, tag } = language;
  const spoken = primarySubtag(tag);
  const [news, guides, categories, helpful, recent] = await Promise.all([
    ctx.listHomeNews(site, tag),
    listGuides(call, undefined, shownEach),
    listTopics(ctx, site, tag),
    listHelpful(ctx, site.id, spoken, shownEach),
    listAnsweredLast(ctx, site.id, spoken, shownEach),
  ]);
  const [helpfulItems, recentItems] = [
    await listItems(ctx, call, helpful),
    await listItems(ctx, call, recent),
  ];
  const home = `${ctx.config.publicUrl}${homePath(site.key)}`;
  const search = `${ctx.config.publicUrl}/sites/${site.key}/questions?lang=${tag}`;
  const { languages } = site.settings;
  const links = ctx.listHomeLinks(site, tag);
  return html(
    <Layout
      site={site}
      language={language}
      title={texts.helpCentre}
      description={texts.helpLead}
      canonical={`${home}?lang=${tag}`}
      alternates={languages.map((one) => ({ language: one, href: `${home}?lang=${one}` }))}
      atom={`/sites/${site.key}/questions.atom?lang=${tag}`}
      data={homeData(site, `${home}?lang=${tag}`, search, tag)}
    >
      <div class="hero">
        <h1>{texts.helpTitle}</h1>
        <SearchForm {...call} value="" />
      </div>
      {news.length > 0 && <NewsPart call={call} news={news} />}
      {categories.length > 1 && (
        <section aria-labelledby="topics">
          <h2 id="topics">{texts.topics}</h2>
          <Topics call={call} categories={categories} />
        </section>
      )}
      {guides.length > 0 && (
        <section aria-labelledby="guides">
          <h2 id="guides">{texts.articles}</h2>
          <QuestionList items={guides} language={spoken} />
        </section>
      )}
      {helpfulItems.length > 0 && (
        <section aria-labelledby="helpful">
          <h2 id="helpful">{texts.mostHelpful}</h2>
          <QuestionList items={helpfulItems} language={spoken} />
        </section>
      )}
      {recentItems.length > 0 && (
        <section aria-labelledby="recent">
          <h2 id="recent">{texts.recentlyAnswered}</h2>
          <QuestionList items={recentItems} language={spoken} />
        </section>
      )}
      {links.length > 0 && <Sections call={call} links={links} />}
      <div class="card ask-card">
        <p>{recentItems.length + guides.length > 0 ? texts.notFoundHere : texts.listEmpty}</p>
        <a class="button" href={`/sites/${site.key}/ask?lang=${tag}`}>
          {texts.askUs}
        </a>
      </div>
    </Layout>,
  );
};
