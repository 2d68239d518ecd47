import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Trend } from '../../../shared/trends/schema.ts';
import { TextField } from '../../core/staff/fields.tsx';
import { useLanguage } from '../../core/staff/context.ts';
import { counted } from '../../core/staff/i18n.ts';
import type { TrendTexts } from './texts.ts';
import type { TrendsModel } from './trendsModel.ts';

/** Opens an incident of a burst: what it says is begun from what people wrote. */
export const IncidentForm = ({
  trend,
  model,
  texts,
  onClose,
}: {
  trend: Trend;
  model: TrendsModel;
  texts: TrendTexts;
  onClose(): void;
}) => {
  const { tag } = useLanguage();
  const title = useSignal(trend.draft.title);
  const body = useSignal(trend.draft.body);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector('input')?.focus();
  }, []);
  const submit = async (): Promise<void> => {
    if (await model.openIncident(trend, { title: title.value, body: body.value })) onClose();
  };
  return (
    <form
      ref={form}
      class="trend-form"
      aria-label={texts.open}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <TextField
        label={texts.incidentTitle}
        dir="auto"
        required
        maxLength={140}
        value={title.value}
        onValue={(value) => {
          title.value = value;
        }}
      />
      <label class="stack">
        <span>{texts.incidentBody}</span>
        <textarea
          dir="auto"
          required
          rows={3}
          maxLength={5_000}
          value={body.value}
          onInput={(event) => {
            body.value = event.currentTarget.value;
          }}
        />
      </label>
      <p class="quiet">{counted(tag, texts.incidentLead, trend.reporters)}</p>
      <div class="row-of-buttons">
        <button type="submit" class="primary">
          {texts.publish}
        </button>
        <button type="button" onClick={onClose}>
          {texts.cancel}
        </button>
      </div>
    </form>
  );
};
