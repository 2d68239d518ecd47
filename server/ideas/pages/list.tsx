/** @jsxImportSource hono/jsx */
import { type IdeaList as Found, ideasPerPage } from '../../../shared/ideas/schema.ts';
import { type IdeaOrder, ideaOrders, type IdeaStatus, ideaStatuses } from '../../../shared/ideas/states.ts';
import { longest } from '../../../shared/core/fields.ts';
import { Layout } from '../../core/pages/layout.tsx';
import type { PageCall } from '../../core/pages/pages.tsx';
import { ideasPath, roadmapPath, sectionName } from '../rules.ts';
import { ideaTexts } from '../texts.ts';
import { html, IdeaList } from './parts.tsx';
import { listData } from './structured.ts';

/** A request for a list: words, status, order, page. */
export interface ListAsked {
  q: string;
  status: IdeaStatus | undefined;
  order: IdeaOrder;
  page: number;
}

/** The address of a list. */
export const listHref = (
  { site, language }: Pick<PageCall, 'site' | 'language'>,
  { status, order = 'top', page = 1 }: Partial<ListAsked>,
): string =>
  [
    `${ideasPath(site.key)}?lang=${language.tag}`,
    ...(status ? [`status=${status}`] : []),
    ...(order === 'top' ? [] : [`order=${order}`]),
    ...(page > 1 ? [`page=${page}`] : []),
  ].join('&');

const Search = ({ call, asked }: { call: PageCall; asked: ListAsked }) => {
  const { site, language } = call;
  const { searchLabel } = ideaTexts(language.tag);
  return (
    <form class="search" role="search" action={ideasPath(site.key)}>
      <input type="hidden" name="lang" value={language.tag} />
      <input
        type="search"
        name="q"
        value={asked.q}
        maxlength={longest.query}
        aria-label={searchLabel}
        placeholder={searchLabel}
      />
      <button type="submit">{language.texts.search}</button>
    </form>
  );
};

/** Links to other orders and statuses. */
const Narrowing = ({ call, asked }: { call: PageCall; asked: ListAsked }) => {
  const texts = ideaTexts(call.language.tag);
  const { status, order } = asked;
  const labels = { top: texts.top, new: texts.newest };
  return (
    <div class="idea-narrowing">
      <nav aria-label={texts.filter}>
        <ul class="chips">
          {[undefined, ...ideaStatuses].map((one) => (
            <li>
              <a
                href={listHref(call, { order, status: one })}
                aria-current={one === status ? 'page' : undefined}
              >
                {one === undefined ? texts.all : texts[`status_${one}`]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div class="idea-line">
        <nav aria-label={texts.sort}>
          <ul class="idea-orders">
            {ideaOrders.map((one) => (
              <li>
                <a
                  href={listHref(call, { order: one, status })}
                  aria-current={one === order ? 'page' : undefined}
                >
                  {labels[one]}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <a href={`${roadmapPath(call.site.key)}?lang=${call.language.tag}`}>{texts.roadmap}</a>
      </div>
    </div>
  );
};

const Empty = ({ call, asked }: { call: PageCall; asked: ListAsked }) => {
  const { site, language } = call;
  const texts = ideaTexts(language.tag);
  const title = asked.q.trim() ? `&title=${encodeURIComponent(asked.q)}` : '';
  return (
    <div class="card">
      <p>{asked.q.trim() ? texts.emptySearch : asked.status ? texts.emptyStatus : texts.empty}</p>
      <p>
        <a class="button" href={`${ideasPath(site.key)}/new?lang=${language.tag}${title}`}>
          {texts.suggest}
        </a>
      </p>
    </div>
  );
};

/** Ideas of everybody: search first, then by votes or by age. */
export const listPage = (
  call: PageCall,
  asked: ListAsked,
  { ideas, total }: Found,
  voted: ReadonlySet<string>,
): string => {
  const { ctx, site, language } = call;
  const texts = ideaTexts(language.tag);
  const { publicUrl } = ctx.config;
  const name = sectionName(site, language.tag);
  const isSearch = asked.q.trim() !== '';
  const crumbs = [
    { name: language.texts.helpCentre, href: `${publicUrl}/sites/${site.key}?lang=${language.tag}` },
    { name, href: `${publicUrl}${ideasPath(site.key)}?lang=${language.tag}` },
  ];
  const { status, order, page } = asked;
  const back = {
    from: 'list',
    order,
    ...(status && { status }),
    ...(page > 1 && { page: String(page) }),
  };
  return html(
    <Layout
      site={site}
      language={language}
      title={name}
      description={texts.lead}
      canonical={`${publicUrl}${listHref(call, asked)}`}
      secret={isSearch}
      alternates={site.settings.languages.map((one) => ({
        language: one,
        href: `${publicUrl}${ideasPath(site.key)}?lang=${one}`,
      }))}
      atom={`${ideasPath(site.key)}.atom?lang=${language.tag}`}
      markdown={`${publicUrl}${ideasPath(site.key)}.md?lang=${language.tag}`}
      crumbs={crumbs}
      data={listData(publicUrl, ideas, crumbs)}
    >
      <div class="idea-top">
        <div>
          <h1>{name}</h1>
          <p class="quiet">{texts.lead}</p>
        </div>
        <a class="button" href={`${ideasPath(site.key)}/new?lang=${language.tag}`}>
          {texts.suggest}
        </a>
      </div>
      <Search call={call} asked={asked} />
      {!isSearch && <Narrowing call={call} asked={asked} />}
      {ideas.length > 0 ? (
        <IdeaList call={call} ideas={ideas} voted={voted} back={back} />
      ) : (
        <Empty call={call} asked={asked} />
      )}
      <nav class="row" aria-label={name}>
        {page > 1 && (
          <a rel="prev" href={listHref(call, { ...asked, page: page - 1 })}>
            {language.texts.previous}
          </a>
        )}
        {!isSearch && page * ideasPerPage < total && (
          <a rel="next" href={listHref(call, { ...asked, page: page + 1 })}>
            {language.texts.following}
          </a>
        )}
      </nav>
    </Layout>,
  );
};
