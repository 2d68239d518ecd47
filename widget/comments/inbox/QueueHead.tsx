import { staffStates } from '../../../shared/comments/states.ts';
import { useLanguage } from '../../core/staff/context.ts';
import { counted } from '../../core/staff/i18n.ts';
import { go } from '../../core/staff/router.ts';
import type { QueueModel } from './queueModel.ts';
import type { StaffTexts } from './texts.ts';

type Given = { queue: QueueModel; texts: StaffTexts };

const States = ({ queue, texts, onShow }: Given & { onShow(): void }) => {
  const { tag } = useLanguage();
  const state = queue.state.value;
  const { pending, reported } = queue.counts.value;
  const number = (count: number) => (count > 0 ? ` ${new Intl.NumberFormat(tag).format(count)}` : '');
  return (
    <div class="row-of-buttons" role="group" aria-label={texts.states}>
      {staffStates.map((one) => (
        <button
          key={one}
          type="button"
          aria-pressed={one === state}
          onClick={() => {
            onShow();
            queue.show(one);
          }}
        >
          {texts[`state_${one}`]}
          {one === 'pending' && number(pending)}
          {one === 'reported' && number(reported)}
        </button>
      ))}
      <input
        type="search"
        aria-label={texts.search}
        placeholder={texts.search}
        value={queue.search.value}
        onInput={(event) => {
          queue.search.value = event.currentTarget.value;
          void queue.load();
        }}
      />
    </div>
  );
};

/** Actions on all picked comments. */
const Bulk = ({ queue, texts, count }: Given & { count: number }) => {
  const { tag } = useLanguage();
  const many = queue.picked.value.size;
  return (
    <div class="row-of-buttons bulk">
      <label>
        <input type="checkbox" checked={many === count} onChange={() => queue.pickAll()} />
        {many > 0 ? counted(tag, texts.picked, many) : texts.pickAll}
      </label>
      {many > 0 && (
        <>
          <button type="button" class="primary" onClick={() => queue.decide('approve')}>
            {texts.approve}
          </button>
          <button type="button" onClick={() => queue.decide('spam')}>
            {texts.spam}
          </button>
          <button type="button" class="link" onClick={() => queue.decide('delete')}>
            {texts.remove}
          </button>
        </>
      )}
    </div>
  );
};

/** Which comments are shown, and what is done with those that are picked. */
export const QueueHead = (given: Given & { onShow(): void }) => {
  const { queue, texts, onShow } = given;
  const { texts: inboxTexts } = useLanguage();
  const count = queue.rows.value?.length ?? 0;
  return (
    <header>
      <button type="button" class="only-narrow" onClick={() => go('/inbox')}>
        {inboxTexts.inbox}
      </button>
      <h2 id="comments-title">{texts.title}</h2>
      <States queue={queue} texts={texts} onShow={onShow} />
      <p class="quiet">{texts.keys}</p>
      {count > 0 && <Bulk queue={queue} texts={texts} count={count} />}
    </header>
  );
};
