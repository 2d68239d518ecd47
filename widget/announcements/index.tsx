import type { Surface } from '../core/surface.ts';
import { createNews } from './model.ts';
import rules from './news.css?inline';
import { Story } from './Story.tsx';
import { loadWords } from './words.ts';

/** Pieces of news on the start; the rest has a page. */
const mostShown = 3;

/** Puts news on the start of the panel: what is broken above the field, the rest below. */
export const begin = async (surface: Surface): Promise<void> => {
  const { visit } = surface;
  if (visit.news.value) return;
  const model = createNews(visit);
  const [say] = await Promise.all([loadWords(visit.texts), model.load()]);
  surface.addStyles(rules);
  const draw = (isIncident: boolean) =>
    model.list.value
      .filter(({ incident }) => (incident !== null) === isIncident)
      .slice(0, mostShown)
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
  visit.news.value = {
    above: () => draw(true),
    below: () =>
      model.list.value.length > 0 && (
        <section class="stack" aria-label={say('news')}>
          {draw(false)}
          <p>
            <a
              href={`${visit.base}/sites/${visit.site}/news?lang=${visit.texts.language}`}
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
