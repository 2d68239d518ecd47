import type { Sort } from '../../../shared/inbox/schema.ts';
import { IconButton } from '../../core/staff/Icon.tsx';
import { useFeatures, useLanguage } from '../../core/staff/context.ts';
import { useInbox } from '../context.ts';
import { SavedSearchButton } from './SavedSearchButton.tsx';
import { SearchField } from './SearchField.tsx';
import { viewName } from './viewName.ts';

const sorts: readonly Sort[] = ['promise', 'newest', 'oldest'];

/** The list's head: which view it is, its order, and the search. */
export const ListHead = () => {
  const inbox = useInbox();
  const features = useFeatures();
  const language = useLanguage();
  const { texts } = language;
  const { list } = inbox;
  const view = list.view.value;
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
          <SavedSearchButton />
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
      <div class="list-find">
        <SearchField />
        <IconButton icon="pen" label={texts.newMessage} onClick={() => inbox.compose()} />
      </div>
    </div>
  );
};
