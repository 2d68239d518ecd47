import { useState } from 'preact/hooks';
import type { Webhooks } from '../../../shared/webhooks/schema.ts';
import { TextField } from '../../core/staff/fields.tsx';
import { useConsole } from '../context.ts';
import type { EndpointDraft } from './model.ts';
import type { WebhookTexts } from './texts.ts';
import { TypesField } from './TypesField.tsx';

/** Where events go, which ones, and what it is for. */
export const EndpointForm = ({
  texts,
  types,
  start,
  button,
  save,
  cancel,
}: {
  texts: WebhookTexts;
  types: Webhooks['types'];
  start: EndpointDraft;
  button: string;
  /** @returns whether it was taken */
  save(draft: EndpointDraft): Promise<boolean>;
  cancel?: () => void;
}) => {
  const { problem } = useConsole();
  const [draft, setDraft] = useState(start);
  const [isBusy, setBusy] = useState(false);
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    if (await save(draft)) setDraft(start);
    setBusy(false);
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <TextField
        label={texts.url}
        hint={texts.urlHint}
        refused={problem.value?.fields['url']}
        type="url"
        dir="ltr"
        required
        maxLength={2_000}
        placeholder="https://crm.example.com/hooks/foyer"
        value={draft.url}
        onValue={(url) => setDraft({ ...draft, url })}
      />
      <TextField
        label={texts.description}
        hint={texts.descriptionHint}
        dir="auto"
        maxLength={200}
        value={draft.description}
        onValue={(description) => setDraft({ ...draft, description })}
      />
      <TypesField
        texts={texts}
        types={types}
        value={draft.types}
        onValue={(chosen) => setDraft({ ...draft, types: chosen })}
      />
      <div class="actions">
        <button type="submit" class="primary" disabled={isBusy || draft.types.length === 0}>
          {button}
        </button>
        {cancel && (
          <button type="button" onClick={cancel}>
            {texts.cancel}
          </button>
        )}
      </div>
    </form>
  );
};
