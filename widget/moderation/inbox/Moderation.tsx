import { useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { useLanguage, useStaff } from '../../core/staff/context.ts';
import { counted } from '../../core/staff/i18n.ts';
import { listenToQueueKeys } from '../../core/staff/queueKeys.ts';
import { useFeatureTexts } from '../../core/staff/texts.ts';
import { fill } from '../../core/text/fill.ts';
import { Blocks } from './Blocks.tsx';
import { ItemRow } from './ItemRow.tsx';
import { createModeration, type ModerationModel } from './moderationModel.ts';
import { QueueHead } from './QueueHead.tsx';
import './styles.ts';
import { type ModerationTexts, texts as staffTexts } from './texts.ts';

/** The last decision or block, with a way back. */
const Decided = ({ model, texts }: { model: ModerationModel; texts: ModerationTexts }) => {
  const { texts: own, tag } = useLanguage();
  const held = model.held.value;
  const fresh = model.fresh.value;
  const said = held
    ? counted(tag, texts[`decided_${held.decision}`], held.ids.length)
    : fresh && fill(texts.blocked, { name: fresh.block.label || own.anonymous });
  return (
    <div class="toast" role="status">
      {said && (
        <p>
          <span>{said}</span>
          <button type="button" class="link" onClick={() => model.undo()}>
            {own.undo}
          </button>
        </p>
      )}
    </div>
  );
};

/** Everything of visitors that waits for the team, is reported, public or hidden: decided by keyboard. */
export const Moderation = () => {
  const staff = useStaff();
  const texts = useFeatureTexts(staffTexts);
  const [model] = useState(() => createModeration(staff));
  const blocking = useSignal<string | null>(null);
  const hasBlocks = useSignal(false);
  const block = (id: string | null): void => {
    blocking.value = id;
  };
  useEffect(() => void model.load(), [staff.otherChanges.value]);
  useEffect(() => model.dispose, [model]);
  useLayoutEffect(
    () =>
      listenToQueueKeys(model, {
        a: () => model.decide('publish'),
        h: () => model.decide('hide'),
        b: () => block(model.current.value),
        z: () => model.undo(),
      }),
    [model],
  );
  if (!texts) return null;
  const rows = model.rows.value;
  return (
    <section class="queue work-queue moderation-queue" aria-labelledby="moderation-title">
      <QueueHead
        model={model}
        texts={texts}
        onShow={() => block(null)}
        hasBlocks={hasBlocks.value}
        showBlocks={() => {
          hasBlocks.value = !hasBlocks.value;
        }}
      />
      {hasBlocks.value && <Blocks texts={texts} onChange={() => void model.load()} />}
      {rows?.length === 0 && (
        <p class="empty">
          {model.search.value.trim() ? texts.noneFound : texts[`empty_${model.state.value}`]}
        </p>
      )}
      <ul>
        {rows?.map((item) => (
          <ItemRow
            key={item.id}
            item={item}
            model={model}
            texts={texts}
            isBlocking={blocking.value === item.id}
            block={block}
          />
        ))}
      </ul>
      {model.hasMore.value && (
        <button type="button" onClick={() => void model.more()}>
          {texts.more}
        </button>
      )}
      <Decided model={model} texts={texts} />
    </section>
  );
};
