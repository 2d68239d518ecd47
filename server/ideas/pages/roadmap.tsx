/** @jsxImportSource hono/jsx */
import { roadmapStatuses } from '../../../shared/ideas/states.ts';
import { primarySubtag } from '../../../shared/core/languages.ts';
import { Layout } from '../../core/pages/layout.tsx';
import { withLanguage } from '../../core/pages/links.ts';
import type { PageCall } from '../../core/pages/pages.tsx';
import { countText } from '../../core/pages/texts.ts';
import { breadcrumbs } from '../../core/pages/crumbs.ts';
import { listByStatus } from '../queries/ideas.ts';
import { ideasPath, roadmapPath, sectionName } from '../rules.ts';
import { ideaTexts } from '../texts.ts';
import { toCard } from '../views.ts';
import { html } from './parts.tsx';

/** Ideas of one column. */
export const maxOfColumn = 30;

/** The roadmap, planned, under way and done: three columns, one under the other on a phone. */
export const roadmapPage = async (call: PageCall): Promise<string> => {
  const { ctx, site, language } = call;
  const { tag } = language;
  const texts = ideaTexts(tag);
  const { publicUrl } = ctx.config;
  const url = `${publicUrl}${roadmapPath(site.key)}`;
  const columns = await Promise.all(
    roadmapStatuses.map(async (status) => ({
      status,
      ideas: (await listByStatus(ctx, site.id, status, maxOfColumn)).map((row) => toCard(site, row)),
    })),
  );
  const crumbs = [
    { name: language.texts.helpCentre, href: `${publicUrl}/sites/${site.key}?lang=${tag}` },
    { name: sectionName(site, tag), href: `${publicUrl}${ideasPath(site.key)}?lang=${tag}` },
    { name: texts.roadmap, href: `${url}?lang=${tag}` },
  ];
  return html(
    <Layout
      site={site}
      language={language}
      title={texts.roadmap}
      description={texts.roadmapLead}
      canonical={`${url}?lang=${tag}`}
      alternates={site.settings.languages.map((one) => ({ language: one, href: `${url}?lang=${one}` }))}
      markdown={`${url}.md?lang=${tag}`}
      crumbs={crumbs}
      data={{ '@context': 'https://schema.org', '@graph': [breadcrumbs(crumbs)] }}
    >
      <h1>{texts.roadmap}</h1>
      <p class="quiet">{texts.roadmapLead}</p>
      <div class="roadmap">
        {columns.map(({ status, ideas }) => (
          <section aria-labelledby={`column-${status}`}>
            <h2 id={`column-${status}`} class={`idea-status ${status}`}>
              {texts[`status_${status}`]}
            </h2>
            {ideas.length === 0 && <p class="quiet">{texts.emptyColumn}</p>}
            <ul>
              {ideas.map((idea) => (
                <li>
                  <a
                    href={withLanguage(idea.path, tag)}
                    lang={primarySubtag(idea.language) === primarySubtag(tag) ? undefined : idea.language}
                  >
                    <bdi>{idea.title}</bdi>
                  </a>
                  <span class="quiet">{countText(tag, texts.votes, idea.votes)}</span>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Layout>,
  );
};
