import { useLanguage } from '../../core/staff/context.ts';
import { failureText } from '../../core/staff/failureText.ts';
import { useInbox } from '../context.ts';

/** The place of missing rows: loading, unreadable, or none. */
export const EmptyList = () => {
  const inbox = useInbox();
  const { texts } = useLanguage();
  const { list } = inbox;
  const problem = inbox.problem.value;
  const view = list.view.value;
  if (list.rows.value)
    return (
      <p class="empty" role="status">
        {list.isSearching.value
          ? texts.nothingFound
          : /^(?:label|team|kind):/.test(view)
            ? texts.empty_other
            : texts[`empty_${view as 'waiting'}`]}
      </p>
    );
  return problem ? (
    <div class="empty">
      <p class="wrong" role="alert">
        {failureText(texts, problem)}
      </p>
      <button type="button" onClick={() => inbox.load()}>
        {texts.tryAgain}
      </button>
    </div>
  ) : (
    <div class="skeleton" role="status" aria-label={texts.loading}>
      <i />
      <i />
      <i />
      <i />
    </div>
  );
};
