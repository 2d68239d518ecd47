import type { ArticleSummary, TextState } from '../../../../shared/articles/schema.ts';
import { useLanguage } from '../../../core/staff/context.ts';
import { languageName } from '../../../core/staff/i18n.ts';
import { followLink } from '../../../core/staff/router.ts';
import { fill } from '../../../core/text/fill.ts';
import type { ArticleTexts } from '../texts.ts';
import { isDue, mainText, originalFirst } from './listed.ts';

const colours: Record<TextState, string> = {
  draft: 'grey',
  scheduled: 'blue',
  live: 'green',
  changed: 'orange',
};

/** Where a text stands, as a word on its colour. */
export const StateChip = ({ state, texts }: { state: TextState; texts: ArticleTexts }) => (
  <span class={`chip ${colours[state]}`}>{texts[`state_${state}`]}</span>
);

const Marks = ({ article, now, texts }: { article: ArticleSummary; now: number; texts: ArticleTexts }) => {
  const { tag } = useLanguage();
  const votes = article.helped + article.notHelped;
  return (
    <p class="article-marks">
      {originalFirst(article).map(([language, text]) => (
        <span key={language} class="article-language">
          <span class="quiet">{languageName(tag, language)}</span>
          <StateChip state={text.state} texts={texts} />
          {text.isOutdated && <span class="chip orange">{texts.outdated}</span>}
        </span>
      ))}
      {article.audience === 'internal' && <span class="chip grey">{texts.teamOnly}</span>}
      {isDue(article, now) && <span class="chip red">{texts.due}</span>}
      {votes > 0 && (
        <span class="quiet">
          {fill(texts.helped, {
            share: new Intl.NumberFormat(tag, { style: 'percent' }).format(article.helped / votes),
          })}
        </span>
      )}
    </p>
  );
};

/** One article of the list, with the ways up and down within its topic. */
export const ArticleRow = (given: {
  article: ArticleSummary;
  now: number;
  texts: ArticleTexts;
  isFirst: boolean;
  isLast: boolean;
  /** Absent while only some are shown: a place among them says nothing. */
  onMove: ((step: -1 | 1) => void) | null;
}) => {
  const { article, texts, onMove } = given;
  const title = mainText(article)?.title || texts.untitled;
  const mover = (step: -1 | 1, label: string, isOff: boolean) => (
    <button
      type="button"
      class="plain"
      aria-label={fill(label, { title })}
      title={fill(label, { title })}
      // Stays focusable: whoever moves one to the end by keyboard isn't thrown out of the list.
      aria-disabled={isOff}
      onClick={() => !isOff && onMove?.(step)}
    >
      <span aria-hidden="true">{step < 0 ? '↑' : '↓'}</span>
    </button>
  );
  return (
    <li
      onKeyDown={(event) => {
        const step = { ArrowUp: -1, ArrowDown: 1 }[event.key] as -1 | 1 | undefined;
        if (!event.altKey || !step || !onMove) return;
        event.preventDefault();
        onMove(step);
      }}
    >
      <div class="article-about">
        <a href={`/inbox/articles/${article.id}`} dir="auto" onClick={followLink}>
          {title}
        </a>
        <Marks article={article} now={given.now} texts={texts} />
      </div>
      {onMove && (
        <div class="article-moves">
          {mover(-1, texts.moveUp, given.isFirst)}
          {mover(1, texts.moveDown, given.isLast)}
        </div>
      )}
    </li>
  );
};
