import { type Signal, useSignal } from '@preact/signals';
import type { ModeratedItem } from '../../../shared/core/moderation/schema.ts';
import { useLanguage } from '../../core/staff/context.ts';
import { CheckField, SelectField } from '../../core/staff/fields.tsx';
import { counted } from '../../core/staff/i18n.ts';
import { fill } from '../../core/text/fill.ts';
import type { ModerationModel } from './moderationModel.ts';
import type { ModerationTexts } from './texts.ts';

const lengths = ['1', '7', '30', ''] as const;
type Length = (typeof lengths)[number];

/** The ways of blocking somebody. */
const Choices = ({
  texts,
  hasEmail,
  by,
  days,
  hides,
}: {
  texts: ModerationTexts;
  hasEmail: boolean;
  by: Signal<'visitor' | 'email'>;
  days: Signal<Length>;
  hides: Signal<boolean>;
}) => {
  const { tag } = useLanguage();
  return (
    <>
      {hasEmail && (
        <SelectField
          label={texts.blockBy}
          value={by.value}
          options={(['visitor', 'email'] as const).map((one) => [one, texts[`blockBy_${one}`]] as const)}
          onValue={(value) => {
            by.value = value;
          }}
        />
      )}
      <SelectField
        label={texts.blockFor}
        value={days.value}
        options={lengths.map(
          (one) => [one, one ? counted(tag, texts.blockDays, Number(one)) : texts.blockAlways] as const,
        )}
        onValue={(value) => {
          days.value = value;
        }}
      />
      <CheckField
        label={texts.blockHides}
        hint=""
        value={hides.value}
        onValue={(value) => {
          hides.value = value;
        }}
      />
    </>
  );
};

/** Asks how somebody is blocked, and for how long. */
export const BlockForm = ({
  item: { kind, id, author },
  name,
  model,
  texts,
  close,
}: {
  item: ModeratedItem;
  name: string;
  model: ModerationModel;
  texts: ModerationTexts;
  close(): void;
}) => {
  const by = useSignal<'visitor' | 'email'>('visitor');
  const days = useSignal<Length>('7');
  const hides = useSignal(true);
  const isBusy = useSignal(false);
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    isBusy.value = true;
    const isTaken = await model.block({
      of: { item: { kind, id }, by: by.value },
      ...(days.value && { days: Number(days.value) }),
      hides: hides.value,
    });
    isBusy.value = false;
    if (isTaken) close();
  };
  return (
    <form
      class="moderation-form"
      aria-label={fill(texts.blockTitle, { name })}
      onSubmit={send}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
    >
      <p class="quiet">{texts.blockLead}</p>
      <Choices texts={texts} hasEmail={author.email !== null} by={by} days={days} hides={hides} />
      <div class="row-of-buttons">
        <button
          type="submit"
          class="primary"
          disabled={isBusy.value}
          ref={(button) => {
            // The key that opened it goes on here.
            if (button && !button.form?.contains(document.activeElement)) button.focus();
          }}
        >
          {texts.doBlock}
        </button>
        <button type="button" class="link" onClick={close}>
          {texts.cancel}
        </button>
      </div>
    </form>
  );
};
