import { useEffect, useRef, useState } from 'preact/hooks';
import type { Colleague } from '../../../shared/console/schema.ts';
import type { Role } from '../../../shared/core/people/staff.ts';
import { fill } from '../../core/text/fill.ts';
import { useConsole, useWords } from '../context.ts';
import { Copy } from '../Copy.tsx';
import { SelectField, TextField } from '../../core/staff/fields.tsx';
import type { ConsoleTexts } from '../i18n.ts';

const rolesFor = (say: ConsoleTexts, own: Role): (readonly [Role, string])[] => {
  const all = [
    ['agent', say.role_agent],
    ['admin', say.role_admin],
    ['owner', say.role_owner],
  ] as const;
  return own === 'owner' ? [...all] : all.slice(0, 2);
};

const Sure = ({ person, done }: { person: Colleague; done(sure: boolean): void }) => {
  const { say } = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const sure = useRef(false);
  useEffect(() => dialog.current!.showModal(), []);
  return (
    <dialog ref={dialog} aria-labelledby="sure" onClose={() => done(sure.current)}>
      <p id="sure">{fill(say.removeSure, { name: person.name })}</p>
      <div class="dialog-actions">
        <button type="button" onClick={() => dialog.current!.close()}>
          {say.cancel}
        </button>
        <button
          type="button"
          class="primary"
          onClick={() => {
            sure.current = true;
            dialog.current!.close();
          }}
        >
          {say.remove}
        </button>
      </div>
    </dialog>
  );
};

const Invite = ({ me, onLink }: { me: Role; onLink(name: string, link: string): void }) => {
  const model = useConsole();
  const { say } = useWords();
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
      <h2 id="invite">{say.invite}</h2>
      <p class="quiet">{model.hasMail.value ? say.inviteLeadMail : say.inviteLead}</p>
      <div class="pair">
        <TextField
          label={say.personName}
          value={given.name}
          required
          maxLength={80}
          autocomplete="off"
          dir="auto"
          refused={fields['name']}
          onValue={(name) => setGiven({ ...given, name })}
        />
        <TextField
          label={say.email}
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
        label={say.role}
        hint={say.role_agent_hint}
        value={given.role}
        options={rolesFor(say, me)}
        onValue={(role) => setGiven({ ...given, role })}
      />
      <button type="submit" class="primary" disabled={busy}>
        {say.makeLink}
      </button>
    </form>
  );
};

export const People = ({ myself }: { myself: string }) => {
  const model = useConsole();
  const { say } = useWords();
  const [link, setLink] = useState<{ name: string; link: string } | null>(null);
  const [leaving, setLeaving] = useState<Colleague | null>(null);
  const linkBox = useRef<HTMLElement>(null);
  const me = model.membership.role;
  useEffect(() => void model.loadPeople(), [model]);
  useEffect(() => linkBox.current?.focus(), [link]);
  const people = model.people.value;
  return (
    <>
      {link && (
        <section class="card lit" ref={linkBox} tabIndex={-1} aria-labelledby="link">
          <p id="link">{fill(say.linkFor, { name: link.name })}</p>
          <Copy text={link.link} label={fill(say.linkFor, { name: link.name })} />
        </section>
      )}
      <section class="card" aria-labelledby="people">
        <h2 id="people">{say.people}</h2>
        {people === null ? (
          <p class="quiet">{say.loading}</p>
        ) : (
          <ul class="plain-list">
            {people.map((person) => {
              const isMe = person.id === myself;
              const mayChange = !isMe && (me === 'owner' || person.role !== 'owner');
              return (
                <li class="entry-row" key={person.id}>
                  <span class="entry-name">
                    <strong>
                      <bdi>{person.name}</bdi>
                    </strong>
                    {isMe && <span class="quiet"> ({say.you})</span>}
                    <span class="quiet" dir="ltr">
                      {person.email}
                    </span>
                    {person.pending && <span class="quiet">{say.pending}</span>}
                  </span>
                  {mayChange ? (
                    <select
                      aria-label={fill(say.roleOf, { name: person.name })}
                      value={person.role}
                      onChange={async (event) => {
                        const select = event.currentTarget;
                        const done = await model.changeRole(person.id, select.value as Role);
                        if (!done) select.value = person.role;
                      }}
                    >
                      {rolesFor(say, me).map(([role, words]) => (
                        <option key={role} value={role}>
                          {words}
                        </option>
                      ))}
                    </select>
                  ) : (
                    <span>{say[`role_${person.role}`]}</span>
                  )}
                  {mayChange && person.pending && (
                    <button
                      type="button"
                      onClick={async () => {
                        const fresh = await model.renewLink(person.id);
                        if (fresh) setLink({ name: person.name, link: fresh });
                      }}
                    >
                      {say.newLink}
                      <span class="unseen">, {person.name}</span>
                    </button>
                  )}
                  {mayChange && (
                    <button
                      type="button"
                      aria-label={fill(say.removePerson, { name: person.name })}
                      onClick={() => setLeaving(person)}
                    >
                      {say.remove}
                    </button>
                  )}
                </li>
              );
            })}
          </ul>
        )}
      </section>
      <Invite me={me} onLink={(name, made) => setLink({ name, link: made })} />
      {leaving && (
        <Sure
          person={leaving}
          done={(sure) => {
            setLeaving(null);
            if (sure) void model.removePerson(leaving.id);
          }}
        />
      )}
    </>
  );
};
