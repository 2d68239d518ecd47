import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Colleague } from '../../../shared/console/schema.ts';
import { fill } from '../../core/text/fill.ts';
import { useConsole, useTexts } from '../context.ts';
import { Copy } from '../Copy.tsx';
import { Invite } from './Invite.tsx';
import { PersonRow } from './PersonRow.tsx';
import { ConfirmDialog } from '../ConfirmDialog.tsx';

export const People = ({ myself }: { myself: string }) => {
  const model = useConsole();
  const { texts } = useTexts();
  const [link, setLink] = useState<{ name: string; link: string } | null>(null);
  const [leaving, setLeaving] = useState<Colleague | null>(null);
  const linkBox = useRef<HTMLElement>(null);
  useEffect(() => void model.loadPeople(), [model]);
  useLayoutEffect(() => linkBox.current?.focus(), [link]);
  const people = model.people.value;
  return (
    <>
      {link && (
        <section class="card lit" ref={linkBox} tabIndex={-1} aria-labelledby="link">
          <p id="link">{fill(texts.linkFor, { name: link.name })}</p>
          <Copy text={link.link} label={fill(texts.linkFor, { name: link.name })} />
        </section>
      )}
      <section class="card" aria-labelledby="people">
        <h2 id="people">{texts.people}</h2>
        {people === null ? (
          <p class="quiet">{texts.loading}</p>
        ) : (
          <ul class="plain-list">
            {people.map((person) => (
              <PersonRow
                key={person.id}
                person={person}
                isMe={person.id === myself}
                onLink={(fresh) => setLink({ name: person.name, link: fresh })}
                onRemove={() => setLeaving(person)}
              />
            ))}
          </ul>
        )}
      </section>
      <Invite me={model.membership.role} onLink={(name, made) => setLink({ name, link: made })} />
      {leaving && (
        <ConfirmDialog
          question={fill(texts.removeSure, { name: leaving.name })}
          action={texts.remove}
          done={(sure) => {
            setLeaving(null);
            if (sure) void model.removePerson(leaving.id);
          }}
        />
      )}
    </>
  );
};
