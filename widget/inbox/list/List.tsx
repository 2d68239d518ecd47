import type { VNode } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { InboxConversation } from '../../../shared/core/conversations/schema.ts';
import { newId } from '../../../shared/core/ids.ts';
import { deleteSearch, putSearch } from '../../../shared/inbox/routes.ts';
import type { Sort } from '../../../shared/inbox/schema.ts';
import { useFeatures, useLanguage } from '../../core/staff/context.ts';
import { useInbox } from '../context.ts';
import { failureText } from '../../core/staff/failureText.ts';
import { fill } from '../../core/text/fill.ts';
import { Icon, IconButton } from '../../core/staff/Icon.tsx';
import type { Over } from '../actions/over.ts';
import { viewName } from './viewName.ts';
import { Row, rowHeight } from './Row.tsx';
import { useWindow } from './useWindow.ts';

const sorts: readonly Sort[] = ['promise', 'newest', 'oldest'];

/** What can be done with what was picked. */
const PickedBar = ({ choose }: { choose(over: Over): void }) => {
  const inbox = useInbox();
  const { texts } = useLanguage();
  const count = inbox.list.picked.value.size;
  return (
    <div class="picked" role="toolbar" aria-label={fill(texts.picked, { count })}>
      <IconButton icon="close" label={texts.pickNone} onClick={inbox.list.pickNone} />
      <strong>{fill(texts.picked, { count })}</strong>
      <IconButton icon="mine" label={texts.assign} onClick={() => choose('assign')} />
      <IconButton icon="label" label={texts.label} onClick={() => choose('label')} />
      <IconButton icon="snoozed" label={texts.snooze} onClick={() => choose('snooze')} />
      <IconButton icon="closed" label={texts.close} onClick={() => inbox.actions.act({ status: 'closed' })} />
      <IconButton icon="more" label={texts.moreActions} onClick={() => choose('commands')} />
    </div>
  );
};

const Head = () => {
  const inbox = useInbox();
  const features = useFeatures();
  const language = useLanguage();
  const { texts } = language;
  const { list } = inbox;
  const view = list.view.value;
  const query = list.query.value;
  const kept = inbox.overview.now.value.searches.find((search) => search.query === query);
  const keep = async (): Promise<void> => {
    await inbox.attempt<unknown>(
      kept
        ? inbox.call(deleteSearch, { path: { search: kept.id } })
        : inbox.call(putSearch, {
            path: { search: newId() },
            body: { name: query.trim().slice(0, 60), query },
          }),
    );
    await inbox.overview.load();
  };
  return (
    <div class="list-head">
      <div class="list-title">
        <IconButton
          icon="all"
          label={texts.views}
          class="only-narrow"
          onClick={() => {
            inbox.isRailShown.value = true;
          }}
        />
        <h2>{list.isSearching.value ? texts.results : viewName(inbox, features, language, view)}</h2>
        {list.isSearching.value ? (
          <button type="button" class="link" onClick={keep}>
            {kept ? texts.forgetSearch : texts.keepSearch}
          </button>
        ) : (
          view !== 'mentions' && (
            <select
              class="sort"
              aria-label={texts.sort}
              value={list.sort.value}
              onChange={(event) => list.setSort(event.currentTarget.value as Sort)}
            >
              {sorts.map((sort) => (
                <option key={sort} value={sort}>
                  {texts[`sort_${sort}`]}
                </option>
              ))}
            </select>
          )
        )}
      </div>
      <div class="search">
        <Icon name="search" />
        <input
          id="inbox-search"
          type="search"
          dir="auto"
          maxLength={400}
          autocomplete="off"
          aria-label={texts.search}
          placeholder={texts.searchHint}
          title={texts.searchHow}
          value={query}
          onInput={(event) => list.search(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') {
              event.stopPropagation();
              list.search('');
              event.currentTarget.blur();
            }
            const first = list.rows.value?.[0];
            if (first && (event.key === 'ArrowDown' || event.key === 'Enter')) {
              event.preventDefault();
              list.wanted.value = first.id;
            }
          }}
        />
        {query && (
          <IconButton
            icon="close"
            label={texts.clearSearch}
            onClick={() => {
              list.search('');
              document.getElementById('inbox-search')?.focus();
            }}
          />
        )}
      </div>
    </div>
  );
};

/** The conversations of a view or of a search; only those in sight are drawn. */
export const List = ({ choose }: { choose(over: Over): void }) => {
  const inbox = useInbox();
  const { texts } = useLanguage();
  const { list } = inbox;
  const box = useRef<HTMLDivElement>(null);
  const rows = list.rows.value;
  const problem = inbox.problem.value;
  const count = rows?.length ?? 0;
  const view = list.view.value;
  const { first, end } = useWindow(box, count, rowHeight);
  /** The row that had the focus, and its place: when it goes, the one in its place gets it. */
  const focused = useRef<{ id: string; place: number } | null>(null);
  const kept = focused.current ? (rows?.findIndex((row) => row.id === focused.current!.id) ?? -1) : -1;

  useEffect(() => {
    if (rows && end > count - 30 && list.next.value) void list.more();
  }, [end, count, list.next.value]);

  // A new view starts at its top.
  useLayoutEffect(() => {
    if (box.current) box.current.scrollTop = 0;
  }, [view, list.sort.value, list.isSearching.value]);

  const wanted = list.wanted.value;
  useLayoutEffect(() => {
    const place = wanted === null ? -1 : (rows?.findIndex((row) => row.id === wanted) ?? -1);
    const element = box.current;
    if (place < 0 || !element) return;
    focused.current = { id: wanted!, place };
    const top = place * rowHeight;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + rowHeight > element.scrollTop + element.clientHeight)
      element.scrollTop = top + rowHeight - element.clientHeight;
    // Drawn once the window has followed.
    requestAnimationFrame(() => {
      document.getElementById(`row-${wanted}`)?.focus({ preventScroll: true });
      list.wanted.value = null;
    });
  }, [wanted]);

  useLayoutEffect(() => {
    const last = focused.current;
    if (!last || !rows || document.activeElement !== document.body) return;
    const place = rows.findIndex((row) => row.id === last.id);
    const heir = rows[place >= 0 ? place : Math.min(last.place, rows.length - 1)];
    if (!heir) return;
    focused.current = { id: heir.id, place: place >= 0 ? place : last.place };
    document.getElementById(`row-${heir.id}`)?.focus({ preventScroll: true });
  }, [rows]);

  /**
   * Elements of rows that have not changed are the same elements: Preact then leaves them alone, and scrolling costs what
   * comes into sight.
   */
  const elements = useRef(new Map<string, { item: InboxConversation; given: string; element: VNode }>());
  const size = list.next.value ? -1 : count;
  const element = (item: InboxConversation, place: number): VNode => {
    const found = list.found.value.get(item.id);
    const given = `${place} ${size} ${found ? list.query.value : ''}`;
    const known = elements.current.get(item.id);
    if (known?.item === item && known.given === given) return known.element;
    const made = <Row key={item.id} item={item} found={found} place={place} size={size} />;
    // What was scrolled past long ago is made anew.
    if (elements.current.size > 400) elements.current.clear();
    elements.current.set(item.id, { item, given, element: made });
    return made;
  };
  const drawn = rows?.slice(first, end).map((item, index) => ({ item, place: first + index })) ?? [];
  // The focus is not lost to scrolling.
  if (rows && kept >= 0 && (kept < first || kept >= end)) drawn.push({ item: rows[kept]!, place: kept });

  return (
    <section class="list" aria-label={texts.conversations}>
      {list.picked.value.size > 0 ? <PickedBar choose={choose} /> : <Head />}
      <div
        class="rows"
        ref={box}
        onFocusIn={(event) => {
          const id = (event.target as HTMLElement).id.replace(/^row-/, '');
          const place = rows?.findIndex((row) => row.id === id) ?? -1;
          if (place >= 0) focused.current = { id, place };
        }}
        onFocusOut={(event) => {
          if (event.relatedTarget) focused.current = null;
        }}
      >
        {rows === null && problem ? (
          <div class="empty">
            <p class="wrong" role="alert">
              {failureText(texts, problem)}
            </p>
            <button type="button" onClick={() => inbox.load()}>
              {texts.tryAgain}
            </button>
          </div>
        ) : rows === null ? (
          <div class="skeleton" role="status" aria-label={texts.loading}>
            <i />
            <i />
            <i />
            <i />
          </div>
        ) : count === 0 ? (
          <p class="empty" role="status">
            {list.isSearching.value
              ? texts.nothingFound
              : /^(?:label|team|kind):/.test(view)
                ? texts.empty_other
                : texts[`empty_${view as 'waiting'}`]}
          </p>
        ) : (
          <ul style={{ blockSize: `${count * rowHeight}px` }}>
            {drawn.map(({ item, place }) => element(item, place))}
          </ul>
        )}
      </div>
    </section>
  );
};
