import { type Signal, useSignal } from '@preact/signals';
import { useLanguage } from '../../../core/staff/context.ts';
import { fromLocal, toLocal } from '../../../core/staff/zoned.ts';
import { fill } from '../../../core/text/fill.ts';
import { StateChip } from '../list/ArticleRow.tsx';
import type { ArticleTexts } from '../texts.ts';
import type { ArticleModel } from './articleModel.ts';
import { countMasked } from './masked.ts';

type Given = {
  model: ArticleModel;
  zone: string;
  texts: ArticleTexts;
  /** Announces what was just done. */
  onSaid(what: string): void;
};

/** Asks for the time at which it goes out. */
const Schedule = (given: Given & { onTime(at: number): void }) => {
  const { zone, texts } = given;
  const value = useSignal(toLocal(Math.ceil(Date.now() / 3_600_000) * 3_600_000 + 3_600_000, zone));
  const wrong = useSignal(false);
  return (
    <form
      class="rule-row"
      onSubmit={(event) => {
        event.preventDefault();
        const at = fromLocal(value.value, zone);
        wrong.value = at === null || at <= Date.now();
        if (at !== null && !wrong.value) given.onTime(at);
      }}
    >
      <input
        type="datetime-local"
        required
        aria-label={texts.scheduleAt}
        aria-describedby="schedule-zone"
        value={value.value}
        onInput={(event) => {
          value.value = event.currentTarget.value;
        }}
      />
      <button type="submit">{texts.scheduleDo}</button>
      <p class={wrong.value ? 'wrong' : 'quiet'} id="schedule-zone" role={wrong.value ? 'alert' : undefined}>
        {wrong.value ? texts.laterOnly : fill(texts.zone, { zone })}
      </p>
    </form>
  );
};

/** The original went on without this translation. */
const Outdated = ({ isCurrent, texts }: { isCurrent: Signal<boolean>; texts: ArticleTexts }) => (
  <div class="article-outdated">
    <p>{texts.originalChanged}</p>
    <label class="check">
      <input
        type="checkbox"
        checked={isCurrent.value}
        onChange={(event) => {
          isCurrent.value = event.currentTarget.checked;
        }}
      />
      <span>{texts.upToDate}</span>
    </label>
  </div>
);

/** Where the text stands for its readers, and what is done about that. */
export const Publishing = (given: Given) => {
  const { model, texts, zone } = given;
  const { tag } = useLanguage();
  const isScheduling = useSignal(false);
  const isCurrent = useSignal(false);
  const stored = model.stored.value;
  const { title, body } = model.draft.value.words.value;
  const isUnsaved = model.draft.value.state.value !== 'saved';
  const state = stored?.state ?? 'draft';
  const publish = async (at: number | null): Promise<void> => {
    if (!title.trim() || !body.trim()) return given.onSaid(texts.unfinished);
    const [masked] = countMasked(`${title}\n${body}`, model.draft.value.language);
    const { from } = model.article.value;
    if (masked && (from.conversation || from.question) && !confirm(fill(texts.sureMasked, masked))) return;
    if (!(await model.publish(at, isCurrent.value))) return;
    isScheduling.value = false;
    isCurrent.value = false;
    given.onSaid(at === null ? texts.published : '');
  };
  return (
    <>
      <div class="row-of-buttons">
        <StateChip state={state} texts={texts} />
        {(state !== 'live' || isUnsaved || isCurrent.value) && (
          <button type="button" class="primary" onClick={() => void publish(null)}>
            {stored?.updatedAt ? texts.publishChanges : texts.publish}
          </button>
        )}
        {state === 'scheduled' ? (
          <button type="button" onClick={() => void model.unpublish()}>
            {texts.callOff}
          </button>
        ) : (
          state !== 'live' && (
            <button
              type="button"
              aria-expanded={isScheduling.value}
              onClick={() => {
                isScheduling.value = !isScheduling.value;
              }}
            >
              {texts.schedule}
            </button>
          )
        )}
        {stored?.updatedAt && state !== 'scheduled' && (
          <button type="button" onClick={() => confirm(texts.sureUnpublish) && void model.unpublish()}>
            {texts.unpublish}
          </button>
        )}
        {stored?.path && (
          <a href={`${stored.path}?lang=${model.draft.value.language}`} target="_blank" rel="noopener">
            {texts.openPage}
          </a>
        )}
      </div>
      {stored?.publishAt && (
        <p class="quiet">
          {fill(texts.scheduled, {
            time: new Intl.DateTimeFormat(tag, {
              dateStyle: 'medium',
              timeStyle: 'short',
              timeZone: zone,
            }).format(stored.publishAt),
          })}
        </p>
      )}
      {isScheduling.value && <Schedule {...given} onTime={(at) => void publish(at)} />}
      {stored?.isOutdated && <Outdated isCurrent={isCurrent} texts={texts} />}
    </>
  );
};
