import type { ComponentChildren } from 'preact';
import type { View } from '../../../shared/inbox/schema.ts';
import { useLanguage } from '../../core/staff/context.ts';
import { currentPath, go } from '../../core/staff/router.ts';
import { useInbox } from '../context.ts';
import { countText } from './viewName.ts';

/** One view in the rail, with how many it has. */
export const ViewButton = ({ view, name, mark }: { view: View; name: string; mark: ComponentChildren }) => {
  const inbox = useInbox();
  const { tag } = useLanguage();
  const { list } = inbox;
  const count = inbox.overview.now.value.counts[view];
  return (
    <li>
      <button
        type="button"
        aria-current={
          currentPath.value === '/inbox' && !list.isSearching.value && list.view.value === view
            ? 'page'
            : undefined
        }
        onClick={() => {
          go('/inbox');
          inbox.show(view);
        }}
      >
        {mark}
        <span dir="auto">{name}</span>
        <span class="count">{view === 'closed' ? '' : countText(tag, count)}</span>
      </button>
    </li>
  );
};
