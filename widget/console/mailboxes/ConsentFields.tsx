import type { consents } from '../../../shared/core/mail/mailServers.ts';
import { TextField } from '../../core/staff/fields.tsx';
import { useConsole } from '../context.ts';
import { Copy } from '../Copy.tsx';
import type { MailboxDraft } from './draft.ts';
import type { MailboxTexts } from './texts.ts';

/** The client that the owner made at a provider, and the mailbox that it opens. */
export const ConsentFields = ({
  texts,
  login,
  draft: { client, user },
  redirect,
  change,
  isNew,
}: {
  texts: MailboxTexts;
  login: (typeof consents)[number];
  draft: MailboxDraft;
  redirect: string;
  change(more: Partial<MailboxDraft>): void;
  isNew: boolean;
}) => {
  const refused = useConsole().problem.value?.fields ?? {};
  const set = (more: Partial<MailboxDraft['client']>): void => change({ client: { ...client, ...more } });
  return (
    <fieldset>
      <legend>{texts[`way_${login}`]}</legend>
      <p class="quiet">{texts[`guide_${login}`]}</p>
      <Copy text={redirect} label={texts.redirect} />
      <div class="pair">
        <TextField
          label={texts.clientId}
          dir="ltr"
          required
          maxLength={255}
          autocomplete="off"
          value={client.id}
          refused={refused['client.id']}
          onValue={(id) => set({ id: id.trim() })}
        />
        <TextField
          label={texts.clientSecret}
          hint={isNew ? undefined : texts.passwordKept}
          type="password"
          dir="ltr"
          required={isNew}
          maxLength={1_000}
          autocomplete="new-password"
          value={client.secret}
          refused={refused['client.secret']}
          onValue={(secret) => set({ secret: secret.trim() })}
        />
      </div>
      <div class="pair">
        {login === 'microsoft' && (
          <TextField
            label={texts.tenant}
            hint={texts.tenantHint}
            dir="ltr"
            maxLength={253}
            autocomplete="off"
            value={client.tenant}
            refused={refused['client.tenant']}
            onValue={(tenant) => set({ tenant: tenant.trim() })}
          />
        )}
        <TextField
          label={texts.consentUser}
          hint={texts.consentUserHint}
          dir="ltr"
          maxLength={254}
          autocomplete="off"
          value={user}
          refused={refused['user']}
          onValue={(name) => change({ user: name.trim() })}
        />
      </div>
    </fieldset>
  );
};
