import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { newId } from '../../../shared/core/ids.ts';
import { deleteBlock, listBlocks, postBlock } from '../../../shared/core/moderation/routes.ts';
import type { Block } from '../../../shared/core/moderation/schema.ts';
import { useLanguage, useStaff } from '../../core/staff/context.ts';
import { TextField } from '../../core/staff/fields.tsx';
import { fill } from '../../core/text/fill.ts';
import type { ModerationTexts } from './texts.ts';

/** An address block lasts so long, days: addresses change hands. */
const addressDays = 30;

/** The list of who is blocked, and an address range that's blocked by hand. */
export const Blocks = ({ texts, onChange }: { texts: ModerationTexts; onChange(): void }) => {
  const staff = useStaff();
  const { tag, texts: own } = useLanguage();
  const blocks = useSignal<Block[] | null>(null);
  const address = useSignal('');
  const load = async (): Promise<void> => {
    const found = await staff.attempt(staff.call(listBlocks, {}));
    if (found) blocks.value = found.blocks;
  };
  useEffect(() => void load(), [staff.otherChanges.value]);
  const changed = async (work: Promise<unknown>): Promise<boolean> => {
    const isTaken = (await staff.attempt(work)) !== null;
    await load();
    onChange();
    return isTaken;
  };
  const date = new Intl.DateTimeFormat(tag, { dateStyle: 'medium' });
  return (
    <section class="moderation-blocks" aria-label={texts.blocks}>
      {blocks.value?.length === 0 && <p class="quiet">{texts.noBlocks}</p>}
      <ul>
        {blocks.value?.map(({ id, label, until }) => (
          <li key={id}>
            <bdi>{label || own.anonymous}</bdi>
            <span class="quiet">
              {until === null ? texts.always : fill(texts.until, { date: date.format(until) })}
            </span>
            <button
              type="button"
              class="link"
              aria-label={fill(texts.endBlockOf, { name: label || own.anonymous })}
              onClick={() => void changed(staff.call(deleteBlock, { path: { block: id } }))}
            >
              {texts.endBlock}
            </button>
          </li>
        ))}
      </ul>
      <form
        class="moderation-form"
        onSubmit={async (event) => {
          event.preventDefault();
          const body = { id: newId(), of: { address: address.value }, days: addressDays };
          if (await changed(staff.call(postBlock, { body }))) address.value = '';
        }}
      >
        <TextField
          label={texts.blockAddress}
          hint={texts.blockAddressHint}
          value={address.value}
          maxLength={60}
          dir="ltr"
          required
          onValue={(value) => {
            address.value = value;
          }}
        />
        <div class="row-of-buttons">
          <button type="submit">{texts.addBlock}</button>
        </div>
      </form>
    </section>
  );
};
