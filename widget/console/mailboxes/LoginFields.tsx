import { CheckField, TextField } from '../../core/staff/fields.tsx';
import { useConsole } from '../context.ts';
import type { MailboxDraft } from './draft.ts';
import { ServerFields } from './ServerFields.tsx';
import type { MailboxTexts } from './texts.ts';

interface Given {
  texts: MailboxTexts;
  draft: MailboxDraft;
  change(more: Partial<MailboxDraft>): void;
  isNew: boolean;
}

/** The outgoing server, and its login where that is another. */
const OutgoingFields = ({ texts, draft, change, isNew }: Given) => {
  const refused = useConsole().problem.value?.fields ?? {};
  const sharesLogin = draft.smtp.user === '';
  return (
    <fieldset>
      <legend>{texts.outgoing}</legend>
      <ServerFields texts={texts} part="smtp" value={draft.smtp} onValue={(smtp) => change({ smtp })} />
      <CheckField
        label={texts.sameLogin}
        hint=""
        value={sharesLogin}
        onValue={(shares) => change({ smtp: { ...draft.smtp, user: shares ? '' : draft.imap.user } })}
      />
      {!sharesLogin && (
        <div class="pair">
          <TextField
            label={texts.user}
            dir="ltr"
            required
            maxLength={254}
            autocomplete="off"
            value={draft.smtp.user}
            refused={refused['smtp.user']}
            onValue={(user) => change({ smtp: { ...draft.smtp, user } })}
          />
          <TextField
            label={texts.password}
            hint={isNew ? undefined : texts.passwordKept}
            type="password"
            dir="ltr"
            required={isNew}
            maxLength={1_000}
            autocomplete="new-password"
            value={draft.smtpPassword}
            refused={refused['smtpPassword']}
            onValue={(smtpPassword) => change({ smtpPassword })}
          />
        </div>
      )}
    </fieldset>
  );
};

/** The servers of a mailbox and who logs in there. */
export const LoginFields = ({ texts, draft, change, isNew }: Given) => {
  const refused = useConsole().problem.value?.fields ?? {};
  return (
    <>
      <fieldset>
        <legend>{texts.incoming}</legend>
        <p class="quiet">{texts.serversHint}</p>
        <ServerFields texts={texts} part="imap" value={draft.imap} onValue={(imap) => change({ imap })} />
        <div class="pair">
          <TextField
            label={texts.user}
            dir="ltr"
            required
            maxLength={254}
            autocomplete="off"
            value={draft.imap.user}
            refused={refused['imap.user']}
            onValue={(user) => change({ imap: { ...draft.imap, user } })}
          />
          <TextField
            label={texts.password}
            hint={isNew ? undefined : texts.passwordKept}
            type="password"
            dir="ltr"
            required={isNew}
            maxLength={1_000}
            autocomplete="new-password"
            value={draft.password}
            refused={refused['password']}
            onValue={(password) => change({ password })}
          />
        </div>
      </fieldset>
      <OutgoingFields texts={texts} draft={draft} change={change} isNew={isNew} />
    </>
  );
};
