import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { maxMailboxes } from '../../../shared/mailboxes/limits.ts';
import { useConsole, useTexts } from '../context.ts';
import { blank } from './draft.ts';
import { Hooks } from './Hooks.tsx';
import { MailboxCard } from './MailboxCard.tsx';
import { MailboxForm } from './MailboxForm.tsx';
import { createMailboxes, newMailboxId } from './model.ts';
import './styles.ts';
import { useMailboxTexts } from './texts.ts';

/** The interval of looks at how the mailboxes are, milliseconds. */
const lookEvery = 3_000;

/** Mailboxes that the site reads and sends by. */
export const Mailboxes = () => {
  const owner = useConsole();
  const { texts: common } = useTexts();
  const texts = useMailboxTexts();
  const model = useMemo(() => createMailboxes(owner), [owner]);
  const [isAdding, setAdding] = useState(false);
  const id = useRef(newMailboxId());
  useEffect(() => {
    void model.load();
    const timer = setInterval(() => !document.hidden && void model.look(), lookEvery);
    return () => clearInterval(timer);
  }, [model]);
  const found = model.found.value;
  if (!texts || !found) return <p class="quiet">{common.loading}</p>;
  const { mailboxes, canTell, redirect } = found;
  return (
    <>
      {mailboxes.map((mailbox) => (
        <MailboxCard
          key={mailbox.id}
          texts={texts}
          model={model}
          mailbox={mailbox}
          redirect={redirect}
          teams={model.teams.value}
        />
      ))}
      {mailboxes.length < maxMailboxes && (
        <section class="card mailbox" aria-labelledby="mailbox-add">
          <h2 id="mailbox-add">{texts.add}</h2>
          <p class="quiet">{texts.lead}</p>
          {mailboxes.length === 0 && !isAdding && <p class="empty">{texts.none}</p>}
          {mailboxes.length > 0 && !canTell && <p class="quiet">{texts.cannotTell}</p>}
          {isAdding ? (
            <MailboxForm
              texts={texts}
              teams={model.teams.value}
              start={blank}
              redirect={redirect}
              isNew
              button={texts.addButton}
              cancel={() => setAdding(false)}
              save={async (draft) => {
                const added = id.current;
                if (!(await model.add(added, draft))) return false;
                id.current = newMailboxId();
                setAdding(false);
                if (draft.login !== 'password') await model.connect(added);
                return true;
              }}
            />
          ) : (
            <div class="actions">
              <button type="button" onClick={() => setAdding(true)}>
                {texts.add}
              </button>
            </div>
          )}
        </section>
      )}
      <Hooks texts={texts} />
    </>
  );
};
