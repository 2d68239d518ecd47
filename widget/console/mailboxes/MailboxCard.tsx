import { useState } from 'preact/hooks';
import type { Team } from '../../../shared/inbox/schema.ts';
import type { Mailbox } from '../../../shared/mailboxes/schema.ts';
import { ago, stamp } from '../../core/staff/i18n.ts';
import { fill } from '../../core/text/fill.ts';
import { ConfirmDialog } from '../ConfirmDialog.tsx';
import { useTexts } from '../context.ts';
import { draftOf } from './draft.ts';
import { MailboxForm } from './MailboxForm.tsx';
import type { MailboxesModel } from './model.ts';
import { TestPart } from './TestPart.tsx';
import { faultText, type MailboxTexts } from './texts.ts';

/** The health of a mailbox: what is read, what is sent, and what keeps it from that. */
const Health = ({ texts, mailbox }: { texts: MailboxTexts; mailbox: Mailbox }) => {
  const { tag } = useTexts();
  const { paused, fault, faultSince, sendFault, sendFaultSince, readAt } = mailbox;
  const state = paused ? 'paused' : fault ? 'bad' : readAt === null ? 'new' : 'on';
  const looks = { paused: 'off', bad: 'failed', new: 'waiting', on: 'done' };
  return (
    <div role="status">
      <p>
        <span class={`health ${looks[state]}`} aria-hidden="true" /> {texts[`state_${state}`]}
        {readAt !== null && (
          <span class="quiet"> · {fill(texts.lastRead, { time: ago(tag, readAt, Date.now()) })}</span>
        )}
      </p>
      {fault && !paused && (
        <>
          <p class="bad-words">
            {fill(texts.failing, {
              time: stamp(tag, faultSince ?? Date.now()),
              reason: faultText(texts, fault),
            })}
          </p>
          <p class="quiet">{texts.waits}</p>
        </>
      )}
      {sendFault && (
        <p class="bad-words">
          {fill(texts.sending, {
            time: stamp(tag, sendFaultSince ?? Date.now()),
            reason: faultText(texts, sendFault),
          })}
        </p>
      )}
    </div>
  );
};

/** One mailbox: how it is, and what can be done with it. */
export const MailboxCard = ({
  texts,
  model,
  mailbox,
  teams,
}: {
  texts: MailboxTexts;
  model: MailboxesModel;
  mailbox: Mailbox;
  teams: readonly Team[];
}) => {
  const [isEdited, setEdited] = useState(false);
  const [isLeaving, setLeaving] = useState(false);
  const { address, paused, test } = mailbox;
  return (
    <section class="card mailbox" aria-label={address}>
      <h2 dir="ltr">{address}</h2>
      <Health texts={texts} mailbox={mailbox} />
      {test && <TestPart texts={texts} test={test} />}
      <div class="actions">
        <button
          type="button"
          disabled={test !== null && test.endedAt === null}
          onClick={() => void model.test(mailbox.id)}
        >
          {texts.test}
        </button>
        <button type="button" aria-expanded={isEdited} onClick={() => setEdited(!isEdited)}>
          {texts.edit}
        </button>
        <button type="button" onClick={() => void model.pause(mailbox.id, !paused)}>
          {paused ? texts.resume : texts.pause}
        </button>
        <button type="button" onClick={() => setLeaving(true)}>
          {texts.remove}
        </button>
      </div>
      {isEdited && (
        <MailboxForm
          texts={texts}
          teams={teams}
          start={draftOf(mailbox)}
          isNew={false}
          button={texts.save}
          cancel={() => setEdited(false)}
          save={async (draft) => {
            const taken = await model.save(mailbox.id, draft);
            if (taken) setEdited(false);
            return taken;
          }}
        />
      )}
      {isLeaving && (
        <ConfirmDialog
          question={fill(texts.removeSure, { address })}
          action={texts.remove}
          done={(sure) => {
            setLeaving(false);
            if (sure) void model.remove(mailbox.id);
          }}
        />
      )}
    </section>
  );
};
