import { useState } from 'preact/hooks';
import { maxSignature } from '../../../shared/core/mail/addressLimits.ts';
import { logins } from '../../../shared/core/mail/mailServers.ts';
import { maxAcknowledgement } from '../../../shared/mailboxes/limits.ts';
import type { Team } from '../../../shared/inbox/schema.ts';
import { CheckField, Field, SelectField, TextField } from '../../core/staff/fields.tsx';
import { languageName } from '../../core/staff/i18n.ts';
import { useConsole, useTexts } from '../context.ts';
import { guessed, type MailboxDraft } from './draft.ts';
import { ConsentFields } from './ConsentFields.tsx';
import { LoginFields } from './LoginFields.tsx';
import type { MailboxTexts } from './texts.ts';

interface Given {
  texts: MailboxTexts;
  draft: MailboxDraft;
  change(more: Partial<MailboxDraft>): void;
}

/** Prose in a few lines. */
const Prose = (given: {
  label: string;
  hint: string;
  max: number;
  refused: string | undefined;
  value: string;
  onValue(text: string): void;
}) => (
  <Field label={given.label} hint={given.hint} refused={given.refused}>
    {(control) => (
      <textarea
        {...control}
        rows={3}
        dir="auto"
        maxLength={given.max}
        value={given.value}
        onInput={(event) => given.onValue(event.currentTarget.value)}
      />
    )}
  </Field>
);

/** Where its conversations go, and what its replies look like. */
const LookFields = ({ texts, draft, change, teams }: Given & { teams: readonly Team[] }) => {
  const { texts: common, tag } = useTexts();
  const model = useConsole();
  const { languages } = model.drafted().settings;
  const refused = model.problem.value?.fields ?? {};
  const chosen = draft.language && !languages.includes(draft.language) ? [draft.language] : [];
  return (
    <>
      <div class="pair">
        <SelectField
          label={common.mailTeam}
          value={draft.team ?? ''}
          options={[['', common.everybody], ...teams.map(({ id, name }) => [id, name] as const)]}
          refused={refused['team']}
          onValue={(team) => change({ team: team || null })}
        />
        <SelectField
          label={common.mailLanguage}
          value={draft.language}
          options={[
            ['', common.mailMainLanguage],
            ...[...languages, ...chosen].map((language) => [language, languageName(tag, language)] as const),
          ]}
          refused={refused['language']}
          onValue={(language) => change({ language })}
        />
      </div>
      <Prose
        label={common.mailSignature}
        hint={common.mailSignatureHint}
        max={maxSignature}
        refused={refused['signature']}
        value={draft.signature}
        onValue={(signature) => change({ signature })}
      />
      <CheckField
        label={common.mailAcknowledges}
        hint={common.mailAcknowledgesHint}
        value={draft.acknowledges}
        onValue={(acknowledges) => change({ acknowledges })}
      />
      {draft.acknowledges && (
        <Prose
          label={texts.acknowledgement}
          hint={texts.acknowledgementHint}
          max={maxAcknowledgement}
          refused={refused['acknowledgement']}
          value={draft.acknowledgement}
          onValue={(acknowledgement) => change({ acknowledgement })}
        />
      )}
    </>
  );
};

/** The way in: by servers and a password, or by the consent of who owns it. */
const WayFields = ({
  texts,
  draft,
  change,
  isNew,
  redirect,
}: Given & { isNew: boolean; redirect: string }) => (
  <>
    {isNew && (
      <SelectField
        label={texts.way}
        value={draft.login}
        options={logins.map((login) => [login, texts[`way_${login}`]] as const)}
        onValue={(login) => change({ login })}
      />
    )}
    {draft.login === 'password' ? (
      <LoginFields texts={texts} draft={draft} change={change} isNew={isNew} />
    ) : (
      <ConsentFields
        texts={texts}
        login={draft.login}
        draft={draft}
        redirect={redirect}
        change={change}
        isNew={isNew}
      />
    )}
  </>
);

/** A mailbox as it is added or changed. What was typed stays until it was taken. */
export const MailboxForm = ({
  texts,
  teams,
  start,
  redirect,
  isNew,
  button,
  save,
  cancel,
}: {
  texts: MailboxTexts;
  teams: readonly Team[];
  start: MailboxDraft;
  /** The address that providers send back to. */
  redirect: string;
  isNew: boolean;
  button: string;
  /** @returns whether it was taken */
  save(draft: MailboxDraft): Promise<boolean>;
  cancel(): void;
}) => {
  const { problem } = useConsole();
  const { texts: common } = useTexts();
  const [draft, setDraft] = useState(start);
  const [isBusy, setBusy] = useState(false);
  const change = (more: Partial<MailboxDraft>): void => setDraft((known) => ({ ...known, ...more }));
  const refused = problem.value?.fields ?? {};
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    if (!(await save(draft))) setBusy(false);
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <div class="pair" onFocusOut={() => isNew && setDraft(guessed)}>
        <TextField
          label={common.mailAddress}
          type="email"
          dir="ltr"
          required
          maxLength={254}
          placeholder="support@example.com"
          value={draft.address}
          refused={refused['address']}
          onValue={(address) => change({ address: address.trim() })}
        />
        <TextField
          label={texts.name}
          hint={texts.nameHint}
          dir="auto"
          maxLength={80}
          value={draft.name}
          refused={refused['name']}
          onValue={(name) => change({ name })}
        />
      </div>
      <WayFields texts={texts} draft={draft} change={change} isNew={isNew} redirect={redirect} />
      <LookFields texts={texts} draft={draft} change={change} teams={teams} />
      <div class="actions">
        <button type="submit" class="primary" disabled={isBusy}>
          {isNew && draft.login !== 'password' ? texts[`connect_${draft.login}`] : button}
        </button>
        <button type="button" onClick={cancel}>
          {texts.cancel}
        </button>
      </div>
    </form>
  );
};
