import { useState } from 'preact/hooks';
import type { Role } from '../../../shared/core/people/roles.ts';
import { useConsole, useTexts } from '../context.ts';
import { SelectField, TextField } from '../../core/staff/fields.tsx';
import { rolesFor } from './rolesFor.ts';

/** Invites a person, by mail or with a link. */
export const Invite = ({ me, onLink }: { me: Role; onLink(name: string, link: string): void }) => {
  const model = useConsole();
  const { texts } = useTexts();
  const [given, setGiven] = useState({ name: '', email: '', role: 'agent' as Role });
  const [busy, setBusy] = useState(false);
  const fields = model.problem.value?.fields ?? {};
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    const link = await model.invite(given);
    setBusy(false);
    if (link === null) return;
    onLink(given.name, link);
    setGiven({ name: '', email: '', role: 'agent' });
  };
  return (
    <form class="card" onSubmit={submit} aria-labelledby="invite">
      <h2 id="invite">{texts.invite}</h2>
      <p class="quiet">{model.hasMail.value ? texts.inviteLeadMail : texts.inviteLead}</p>
      <div class="pair">
        <TextField
          label={texts.personName}
          value={given.name}
          required
          maxLength={80}
          autocomplete="off"
          dir="auto"
          refused={fields['name']}
          onValue={(name) => setGiven({ ...given, name })}
        />
        <TextField
          label={texts.email}
          type="email"
          value={given.email}
          required
          autocomplete="off"
          dir="ltr"
          refused={model.problem.value?.code === 'conflict' ? undefined : fields['email']}
          onValue={(email) => setGiven({ ...given, email })}
        />
      </div>
      <SelectField
        label={texts.role}
        hint={texts.role_agent_hint}
        value={given.role}
        options={rolesFor(texts, me)}
        onValue={(role) => setGiven({ ...given, role })}
      />
      <button type="submit" class="primary" disabled={busy}>
        {texts.makeLink}
      </button>
    </form>
  );
};
