import { useSignal } from '@preact/signals';
import { putArticleOrder } from '../../../../shared/articles/routes.ts';
import type { ArticleList as Listed, ArticleSummary } from '../../../../shared/articles/schema.ts';
import { newId } from '../../../../shared/core/ids.ts';
import { useStaff } from '../../../core/staff/context.ts';
import { Page } from '../../../core/staff/editing/Page.tsx';
import { go } from '../../../core/staff/router.ts';
import { fill } from '../../../core/text/fill.ts';
import { begin } from '../begun.ts';
import type { ArticleTexts } from '../texts.ts';
import { ArticleRow } from './ArticleRow.tsx';
import { type Group, groupArticles, mainText, movedBy, type Wanted } from './listed.ts';

type Given = { list: Listed; texts: ArticleTexts };

const filters = ['draft', 'scheduled', 'live', 'changed', 'outdated', 'due'] as const;

const Filter = (given: { wanted: Wanted; texts: ArticleTexts; onWanted(wanted: Wanted): void }) => {
  const { wanted, texts } = given;
  const nameOf = (one: (typeof filters)[number]): string =>
    one === 'outdated' || one === 'due' ? texts[one] : texts[`state_${one}`];
  return (
    <div class="article-filter" role="search">
      <input
        type="search"
        aria-label={texts.search}
        placeholder={texts.search}
        value={wanted.text}
        onInput={(event) => given.onWanted({ ...wanted, text: event.currentTarget.value })}
      />
      <select
        aria-label={texts.state}
        value={wanted.state}
        onChange={(event) =>
          given.onWanted({ ...wanted, state: event.currentTarget.value as Wanted['state'] })
        }
      >
        <option value="">{texts.anyState}</option>
        {filters.map((one) => (
          <option key={one} value={one}>
            {nameOf(one)}
          </option>
        ))}
      </select>
    </div>
  );
};

const Topic = (
  given: Given & {
    group: Group;
    now: number;
    onMove: ((article: ArticleSummary, step: -1 | 1) => void) | null;
  },
) => {
  const { group, list, texts, onMove } = given;
  const name = group.name ?? texts.noTopic;
  return (
    <section aria-label={name}>
      <h3>
        {name} <span class="quiet">{group.articles.length}</span>
      </h3>
      <ul class="article-rows">
        {group.articles.map((article) => (
          <ArticleRow
            key={article.id}
            article={article}
            now={given.now}
            texts={texts}
            isFirst={!movedBy(list, article, -1)}
            isLast={!movedBy(list, article, 1)}
            onMove={onMove && ((step) => onMove(article, step))}
          />
        ))}
      </ul>
    </section>
  );
};

/** All articles by topic. */
export const ArticleList = ({ list, texts, onReload }: Given & { onReload(): Promise<void> }) => {
  const staff = useStaff();
  const wanted = useSignal<Wanted>({ text: '', state: '' });
  const said = useSignal('');
  const now = staff.now.value;
  const groups = groupArticles(list, wanted.value, now);
  const isWhole = !wanted.value.text.trim() && !wanted.value.state;
  const move = async (article: ArticleSummary, step: -1 | 1): Promise<void> => {
    const ids = movedBy(list, article, step);
    if (!ids) return;
    const body = { category: article.category, ids };
    if (!(await staff.attempt(staff.call(putArticleOrder, { body })))) return;
    said.value = fill(texts.moved, {
      title: mainText(article)?.title || texts.untitled,
      place: ids.indexOf(article.id) + 1,
    });
    await onReload();
  };
  return (
    <Page
      name="articles"
      title={texts.title}
      lead={texts.lead}
      head={
        <>
          <div class="row-of-buttons">
            <button
              type="button"
              class="primary"
              onClick={() => {
                const id = newId();
                begin(id);
                go(`/inbox/articles/${id}`);
              }}
            >
              {texts.add}
            </button>
            <button type="button" onClick={() => go('/inbox/articles/next')}>
              {texts.next}
            </button>
            <button type="button" onClick={() => go('/inbox/articles/blocks')}>
              {texts.blocks}
            </button>
          </div>
          {list.articles.length > 0 && (
            <Filter
              wanted={wanted.value}
              texts={texts}
              onWanted={(value) => {
                wanted.value = value;
              }}
            />
          )}
        </>
      }
    >
      {groups.length === 0 && <p class="empty">{list.articles.length ? texts.noneFound : texts.none}</p>}
      {groups.map((group) => (
        <Topic
          key={group.key}
          group={group}
          list={list}
          texts={texts}
          now={now}
          onMove={isWhole ? (article, step) => void move(article, step) : null}
        />
      ))}
      {isWhole && list.articles.length > 1 && <p class="quiet">{texts.moveHint}</p>}
      <p class="unseen" role="status">
        {said.value}
      </p>
    </Page>
  );
};
