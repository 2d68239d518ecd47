import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { useLanguage } from '../../core/staff/context.ts';
import type { Over } from '../actions/over.ts';
import { useInbox } from '../context.ts';
import { EmptyList } from './EmptyList.tsx';
import { ListHead } from './ListHead.tsx';
import { PickedBar } from './PickedBar.tsx';
import { rowHeight } from './Row.tsx';
import { useRowElements } from './useRowElements.tsx';
import { useRowFocus } from './useRowFocus.ts';
import { useWindow } from './useWindow.ts';

/** Rows left below the last that is drawn when more are asked for. */
const restBeforeMore = 30;

/** The conversations of a view or of a search; only those in sight are drawn. */
export const List = ({ choose }: { choose(over: Over): void }) => {
  const { list } = useInbox();
  const { texts } = useLanguage();
  const box = useRef<HTMLDivElement>(null);
  const rows = list.rows.value;
  const count = rows?.length ?? 0;
  const next = list.next.value;
  const { first, end } = useWindow(box, count, rowHeight);

  useEffect(() => {
    if (rows && end > count - restBeforeMore && next) void list.more();
  }, [end, count, next]);
  // A new view starts at its top.
  useLayoutEffect(() => {
    if (box.current) box.current.scrollTop = 0;
  }, [list.view.value, list.sort.value, list.isSearching.value]);
  const focus = useRowFocus(box, list);
  const element = useRowElements(list, next ? -1 : count);

  const drawn = rows?.slice(first, end).map((item, index) => ({ item, place: first + index })) ?? [];
  // The focus is not lost to scrolling.
  if (rows && focus.place >= 0 && (focus.place < first || focus.place >= end))
    // biome-ignore lint/style/noNonNullAssertion: the focused row is one of the rows
    drawn.push({ item: rows[focus.place]!, place: focus.place });

  return (
    <section class="list" aria-label={texts.conversations}>
      {list.picked.value.size > 0 ? <PickedBar choose={choose} /> : <ListHead />}
      <div class="rows" ref={box} {...focus.listeners}>
        {count === 0 ? (
          <EmptyList />
        ) : (
          <ul style={{ blockSize: `${count * rowHeight}px` }}>
            {drawn.map(({ item, place }) => element(item, place))}
          </ul>
        )}
      </div>
    </section>
  );
};
