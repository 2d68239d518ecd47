import { Icon, IconButton } from '../../core/staff/Icon.tsx';
import { useLanguage } from '../../core/staff/context.ts';
import { useInbox } from '../context.ts';

/** The search of the inbox; from its field the keys go on to the first row. */
export const SearchField = () => {
  const { list } = useInbox();
  const { texts } = useLanguage();
  const query = list.query.value;
  return (
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
  );
};
