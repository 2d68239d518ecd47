import type { HomeSectionEntry } from '../core/feature.ts';
import { createAnnouncements } from './model.ts';
import rules from './announcements.css?inline';
import { Story } from './Story.tsx';
import { loadTexts } from './texts.ts';

/** Pieces of news on the start; the rest has a page. */
const maxShown = 3;

/** The site's news on home: incidents above the field, the rest at the end. */
export const loadSection: HomeSectionEntry['loadSection'] = async (surface) => {
  const { context } = surface;
  const model = createAnnouncements(context);
  const [text] = await Promise.all([loadTexts(context.texts), model.load()]);
  surface.addStyles(rules);
  const draw = (isIncident: boolean) =>
    model.list.value
      .filter(({ incident }) => (incident !== null) === isIncident)
      .slice(0, maxShown)
      .map((announcement) => (
        <Story
          key={announcement.id}
          surface={surface}
          model={model}
          announcement={announcement}
          text={text}
          isOpen={announcement.form === 'card' && !isIncident && !model.seen.peek().has(announcement.id)}
        />
      ));
  return {
    above: () => draw(true),
    below: () =>
      model.list.value.length > 0 && (
        <section class="stack" aria-label={text('news')}>
          {draw(false)}
          <p>
            <a
              href={`${context.base}/sites/${context.site}/news?lang=${context.texts.language}`}
              target="_blank"
              rel="noopener"
            >
              {text('allNews')}
            </a>
          </p>
        </section>
      ),
  };
};
