import { newId } from '../../../shared/core/ids.ts';
import { deleteSearch, putSearch } from '../../../shared/inbox/routes.ts';
import { useLanguage } from '../../core/staff/context.ts';
import { useInbox } from '../context.ts';

/** Saves the search that is shown, or forgets it. */
export const SavedSearchButton = () => {
  const inbox = useInbox();
  const { texts } = useLanguage();
  const query = inbox.list.query.value;
  const saved = inbox.overview.now.value.searches.find((search) => search.query === query);
  const toggle = async (): Promise<void> => {
    await inbox.attempt<unknown>(
      saved
        ? inbox.call(deleteSearch, { path: { search: saved.id } })
        : inbox.call(putSearch, {
            path: { search: newId() },
            body: { name: query.trim().slice(0, 60), query },
          }),
    );
    await inbox.overview.load();
  };
  return (
    <button type="button" class="link" onClick={toggle}>
      {saved ? texts.forgetSearch : texts.keepSearch}
    </button>
  );
};
