import { useState } from 'preact/hooks';
import type { Role } from '../../../shared/core/people/roles.ts';
import type { Provider, SaveProvider } from '../../../shared/oidc/schema.ts';
import { CheckField, RefusalTexts, SelectField, TextField } from '../../core/staff/fields.tsx';
import { useConsole, useTexts } from '../context.ts';
import { ListField } from '../ListField.tsx';
import { refusalText } from '../refusalText.ts';
import { rolesFor } from '../sections/rolesFor.ts';
import { GroupFields } from './GroupFields.tsx';
import type { SignInTexts } from './texts.ts';

const newProvider: Provider = {
  issuer: '',
  clientId: '',
  scopes: ['email', 'profile'],
  label: '',
  groupsClaim: 'groups',
  groups: [],
  provisions: false,
  defaultRole: null,
  domains: [],
  isOn: true,
  isOnlyWay: false,
};

interface PartGiven {
  texts: SignInTexts;
  draft: Provider;
  set(change: Partial<Provider>): void;
}

/** The provider itself, and its button. */
const WhereFields = ({ texts, draft, set }: PartGiven) => {
  const { texts: common } = useTexts();
  const fields = useConsole().problem.value?.fields ?? {};
  const issuerTexts: Partial<Record<string, string>> = {
    not_allowed: texts.issuerPrivate,
    unknown: texts.issuerAway,
    invalid: texts.issuerWrong,
  };
  return (
    <>
      <RefusalTexts.Provider value={(code) => issuerTexts[code] ?? refusalText(common, code)}>
        <TextField
          label={texts.issuer}
          hint={texts.issuerHint}
          type="url"
          dir="ltr"
          required
          maxLength={500}
          placeholder="https://accounts.example.com"
          refused={fields['issuer']}
          value={draft.issuer}
          onValue={(issuer) => set({ issuer })}
        />
      </RefusalTexts.Provider>
      <TextField
        label={texts.clientId}
        dir="ltr"
        required
        maxLength={300}
        refused={fields['clientId']}
        value={draft.clientId}
        onValue={(clientId) => set({ clientId })}
      />
    </>
  );
};

/** People who may log in, and in which role. */
const WhoFields = ({ texts, draft, set }: PartGiven) => {
  const { texts: common } = useTexts();
  const fields = useConsole().problem.value?.fields ?? {};
  return (
    <>
      <TextField
        label={texts.claim}
        hint={texts.claimHint}
        dir="ltr"
        maxLength={100}
        refused={fields['groupsClaim']}
        value={draft.groupsClaim}
        onValue={(groupsClaim) => set({ groupsClaim })}
      />
      <GroupFields texts={texts} groups={draft.groups} onGroups={(groups) => set({ groups })} />
      <SelectField<Role | ''>
        label={texts.defaultRole}
        value={draft.defaultRole ?? ''}
        options={[['', texts.nobody], ...rolesFor(common, 'owner')]}
        onValue={(role) => set({ defaultRole: role === '' ? null : role })}
      />
      <CheckField
        label={texts.provisions}
        hint={texts.provisionsHint}
        value={draft.provisions}
        onValue={(provisions) => set({ provisions })}
      />
      <ListField
        label={texts.domains}
        hint={texts.domainsHint}
        value={draft.domains}
        refused={Object.entries(fields).find(([name]) => name.startsWith('domains'))?.[1]}
        onValue={(domains) => set({ domains })}
      />
      <CheckField
        label={texts.isOn}
        value={draft.isOn}
        onValue={(isOn) => set(isOn ? { isOn } : { isOn, isOnlyWay: false })}
      />
      <CheckField
        label={texts.onlyWay}
        hint={texts.onlyWayHint}
        value={draft.isOnlyWay}
        onValue={(isOnlyWay) => set({ isOnlyWay })}
      />
    </>
  );
};

/** The settings of a site's provider. What was refused stays as it was typed. */
export const ProviderForm = ({
  texts,
  provider,
  save,
}: {
  texts: SignInTexts;
  provider: Provider | null;
  /** @returns whether it was taken */
  save(body: SaveProvider): Promise<boolean>;
}) => {
  const fields = useConsole().problem.value?.fields ?? {};
  const [draft, setDraft] = useState<Provider>(provider ?? newProvider);
  const [secret, setSecret] = useState('');
  const [isBusy, setBusy] = useState(false);
  const set = (change: Partial<Provider>): void => setDraft((before) => ({ ...before, ...change }));
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    if (await save({ ...draft, ...(secret && { clientSecret: secret }) })) setSecret('');
    setBusy(false);
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <WhereFields texts={texts} draft={draft} set={set} />
      <TextField
        label={texts.secret}
        hint={provider ? texts.secretKept : texts.secretHint}
        type="password"
        dir="ltr"
        autocomplete="off"
        required={!provider}
        maxLength={1_000}
        refused={fields['clientSecret']}
        value={secret}
        onValue={setSecret}
      />
      <ListField
        label={texts.scopes}
        hint={texts.scopesHint}
        value={draft.scopes}
        refused={Object.entries(fields).find(([name]) => name.startsWith('scopes'))?.[1]}
        onValue={(scopes) => set({ scopes })}
      />
      <TextField
        label={texts.label}
        hint={texts.labelHint}
        dir="auto"
        required
        maxLength={60}
        refused={fields['label']}
        value={draft.label}
        onValue={(label) => set({ label })}
      />
      <WhoFields texts={texts} draft={draft} set={set} />
      {fields['isOnlyWay'] && <p class="bad-words">{texts.wayLeft}</p>}
      <div class="actions">
        <button type="submit" class="primary" disabled={isBusy}>
          {texts.save}
        </button>
      </div>
    </form>
  );
};
