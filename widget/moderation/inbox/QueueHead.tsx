import { queueStates } from '../../../shared/core/moderation/states.ts';
import { useLanguage } from '../../core/staff/context.ts';
import { counted } from '../../core/staff/i18n.ts';
import { go } from '../../core/staff/router.ts';
import type { ModerationModel } from './moderationModel.ts';
import type { ModerationTexts } from './texts.ts';
import { textOf } from './textOf.ts';

type Given = { model: ModerationModel; texts: ModerationTexts };

const Filters = ({ model, texts, onShow }: Given & { onShow(): void }) => {
  const { tag } = useLanguage();
  const counts = Object.entries(model.counts.value);
  const chosen = counts.filter(([kind]) => model.kind.value === '' || model.kind.value === kind);
  const numberOf = (state: string): string => {
    if (state !== 'waiting' && state !== 'reported') return '';
    const total = chosen.reduce((sum, [, one]) => sum + one[state], 0);
    return total > 0 ? ` ${new Intl.NumberFormat(tag).format(total)}` : '';
  };
  return (
    <>
      <div class="row-of-buttons" role="group" aria-label={texts.states}>
        {queueStates.map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={one === model.state.value}
            onClick={() => {
              onShow();
              model.show({ state: one });
            }}
          >
            {texts[`state_${one}`]}
            {numberOf(one)}
          </button>
        ))}
      </div>
      <div class="row-of-buttons">
        <select
          aria-label={texts.kinds}
          value={model.kind.value}
          onChange={(event) => {
            onShow();
            model.show({ kind: event.currentTarget.value });
          }}
        >
          <option value="">{texts.kind_all}</option>
          {counts.map(([kind]) => (
            <option key={kind} value={kind}>
              {textOf(texts, `kind_${kind}`)}
            </option>
          ))}
        </select>
        <input
          type="search"
          aria-label={texts.search}
          placeholder={texts.search}
          value={model.search.value}
          onInput={(event) => {
            model.search.value = event.currentTarget.value;
            void model.load();
          }}
        />
      </div>
    </>
  );
};

/** Actions on all picked items. */
const Bulk = ({ model, texts, count }: Given & { count: number }) => {
  const { tag } = useLanguage();
  const many = model.picked.value.size;
  return (
    <div class="row-of-buttons bulk">
      <label>
        <input type="checkbox" checked={many === count} onChange={() => model.pickAll()} />
        {many > 0 ? counted(tag, texts.picked, many) : texts.pickAll}
      </label>
      {many > 0 && (
        <>
          <button type="button" class="primary" onClick={() => model.decide('publish')}>
            {texts.publish}
          </button>
          <button type="button" onClick={() => model.decide('hide')}>
            {texts.hide}
          </button>
        </>
      )}
    </div>
  );
};

/** Which items are shown, and what is done with those that are picked. */
export const QueueHead = (given: Given & { onShow(): void; showBlocks(): void; hasBlocks: boolean }) => {
  const { model, texts, onShow } = given;
  const { texts: own } = useLanguage();
  const count = model.rows.value?.length ?? 0;
  return (
    <header>
      <button type="button" class="only-narrow" onClick={() => go('/inbox')}>
        {own.inbox}
      </button>
      <h2 id="moderation-title">{texts.title}</h2>
      <Filters model={model} texts={texts} onShow={onShow} />
      <p class="quiet">
        {texts.keys}{' '}
        <button type="button" class="link" aria-expanded={given.hasBlocks} onClick={given.showBlocks}>
          {texts.blocks}
        </button>
      </p>
      {count > 0 && <Bulk model={model} texts={texts} count={count} />}
    </header>
  );
};
