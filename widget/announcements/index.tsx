import type { HomeSectionEntry } from '../core/feature.ts';
import { createAnnouncements } from './model.ts';
import rules from './announcements.css?inline';
import { Story } from './Story.tsx';
import { loadWords } from './words.ts';

/** Pieces of news on the start; the rest has a page. */
const maxShown = 3;

/** The site's news on home: incidents above the field, the rest at the end. */
export const loadSection: HomeSectionEntry['loadSection'] = async (surface) => {
  const { context } = surface;
  const model = createAnnouncements(context);
  const [say] = await Promise.all([loadWords(context.texts), model.load()]);
  surface.addStyles(rules);
  const draw = (isIncident: boolean) =>
    model.list.value
      .filter(({ incident }) => (incident !== null) === isIncident)
      .slice(0, maxShown)
      .map((news) => (
        <Story
          key={news.id}
          surface={surface}
          model={model}
          news={news}
          say={say}
          isOpen={news.form === 'card' && !isIncident && !model.seen.peek().has(news.id)}
        />
      ));
  return {
    above: () => draw(true),
    below: () =>
      model.list.value.length > 0 && (
        <section class="stack" aria-label={say('news')}>
          {draw(false)}
          <p>
            <a
              href={`${context.base}/sites/${context.site}/news?lang=${context.texts.language}`}
              target="_blank"
              rel="noopener"
            >
              {say('allNews')}
            </a>
          </p>
        </section>
      ),
  };
};
