import { useEffect, useMemo, useState } from 'preact/hooks';
import { type HookProvider, hookProviders, maxHooks } from '../../../shared/mailHooks/providers.ts';
import type { MailHook } from '../../../shared/mailHooks/schema.ts';
import { SelectField, TextField } from '../../core/staff/fields.tsx';
import { ago } from '../../core/staff/i18n.ts';
import { fill } from '../../core/text/fill.ts';
import { ConfirmDialog } from '../ConfirmDialog.tsx';
import { useConsole, useTexts } from '../context.ts';
import { Copy } from '../Copy.tsx';
import { createHooks, type HooksModel } from './hookModel.ts';
import type { MailboxTexts } from './texts.ts';

/** Names that providers have in every language. */
const names: Record<HookProvider, string> = {
  mailgun: 'Mailgun',
  postmark: 'Postmark',
  sendgrid: 'SendGrid',
  ses: 'Amazon SES',
};

/** The key that Mailgun signs with; the others get a secret of ours. */
const KeyField = ({
  texts,
  value,
  onValue,
}: {
  texts: MailboxTexts;
  value: string;
  onValue(key: string): void;
}) => (
  <TextField
    label={texts.hookKey}
    hint={texts.hookKeyHint}
    type="password"
    dir="ltr"
    required
    minLength={8}
    maxLength={200}
    autocomplete="new-password"
    value={value}
    refused={useConsole().problem.value?.fields?.['key']}
    onValue={(key) => onValue(key.trim())}
  />
);

/** One hook: where its provider posts, when it last did, and another secret for it. */
const Hook = ({ texts, model, hook }: { texts: MailboxTexts; model: HooksModel; hook: MailHook }) => {
  const { tag } = useTexts();
  const [key, setKey] = useState('');
  const [isReplacing, setReplacing] = useState(false);
  const [isLeaving, setLeaving] = useState(false);
  const { id, provider, usedAt } = hook;
  const name = names[provider];
  const shown = model.shown.value?.hook === id ? model.shown.value.address : null;
  const replace = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (!(await model.replace(id, key))) return;
    setKey('');
    setReplacing(false);
  };
  return (
    <li>
      <h3>{name}</h3>
      <p class="quiet">
        {usedAt === null ? texts.hookUnused : fill(texts.hookUsed, { time: ago(tag, usedAt, Date.now()) })}
      </p>
      {shown && provider !== 'mailgun' && <p>{texts.hookOnce}</p>}
      <Copy text={shown ?? hook.address} label={fill(texts.hookAddress, { name })} />
      <p class="quiet">{texts[`hook_${provider}`]}</p>
      {isReplacing ? (
        <form onSubmit={(event) => void replace(event)}>
          {provider === 'mailgun' ? (
            <KeyField texts={texts} value={key} onValue={setKey} />
          ) : (
            <p>{texts.hookReplaceSure}</p>
          )}
          <div class="actions">
            <button type="submit" class="primary">
              {texts.hookReplace}
            </button>
            <button type="button" onClick={() => setReplacing(false)}>
              {texts.cancel}
            </button>
          </div>
        </form>
      ) : (
        <div class="actions">
          <button type="button" onClick={() => setReplacing(true)}>
            {texts.hookReplace}
          </button>
          <button type="button" onClick={() => setLeaving(true)}>
            {texts.hookRemove}
          </button>
        </div>
      )}
      {isLeaving && (
        <ConfirmDialog
          question={fill(texts.hookRemoveSure, { name })}
          action={texts.hookRemove}
          done={(sure) => {
            setLeaving(false);
            if (sure) void model.remove(id);
          }}
        />
      )}
    </li>
  );
};

const AddHook = ({ texts, model }: { texts: MailboxTexts; model: HooksModel }) => {
  const [provider, setProvider] = useState<HookProvider>('mailgun');
  const [key, setKey] = useState('');
  const [isBusy, setBusy] = useState(false);
  const add = async (event: Event): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    if (await model.add(provider, provider === 'mailgun' ? key : '')) setKey('');
    setBusy(false);
  };
  return (
    <form onSubmit={(event) => void add(event)}>
      <SelectField
        label={texts.hookProvider}
        value={provider}
        options={hookProviders.map((one) => [one, names[one]] as const)}
        onValue={(one) => setProvider(one)}
      />
      {provider === 'mailgun' && <KeyField texts={texts} value={key} onValue={setKey} />}
      <div class="actions">
        <button type="submit" disabled={isBusy}>
          {texts.hookAdd}
        </button>
      </div>
    </form>
  );
};

/** Addresses at which mail providers post what comes in. */
export const Hooks = ({ texts }: { texts: MailboxTexts }) => {
  const owner = useConsole();
  const model = useMemo(() => createHooks(owner), [owner]);
  useEffect(() => void model.load(), [model]);
  const hooks = model.found.value;
  if (!hooks) return null;
  return (
    <section class="card mailbox" aria-labelledby="mail-hooks">
      <h2 id="mail-hooks">{texts.hooks}</h2>
      <p class="quiet">{texts.hooksLead}</p>
      {hooks.length > 0 && (
        <ul class="plain-list mailbox-hooks">
          {hooks.map((hook) => (
            <Hook key={hook.id} texts={texts} model={model} hook={hook} />
          ))}
        </ul>
      )}
      {hooks.length < maxHooks && <AddHook texts={texts} model={model} />}
    </section>
  );
};
