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

/** Whether nobody has consented yet. */
const isUnasked = ({ login, grantedAt }: Mailbox): boolean => login !== 'password' && grantedAt === null;

/** The way to the provider: the first time, and once what was given is no more. */
const ConsentButton = ({
  texts,
  model,
  mailbox,
}: {
  texts: MailboxTexts;
  model: MailboxesModel;
  mailbox: Mailbox;
}) => {
  const { id, login, fault, sendFault } = mailbox;
  if (login === 'password') return null;
  const isBroken = [fault, sendFault].some((one) => one?.startsWith('consent') && one !== 'consent_away');
  if (!isUnasked(mailbox) && !isBroken) return null;
  return (
    <button type="button" class="primary" onClick={() => void model.connect(id)}>
      {isUnasked(mailbox) ? texts[`connect_${login}`] : texts.connectAgain}
    </button>
  );
};

/** The health of a mailbox: what is read, what is sent, and what keeps it from that. */
const Health = ({ texts, mailbox }: { texts: MailboxTexts; mailbox: Mailbox }) => {
  const { tag } = useTexts();
  const { paused, fault, faultSince, sendFault, sendFaultSince, readAt, account } = mailbox;
  const state = paused
    ? 'paused'
    : fault
      ? 'bad'
      : isUnasked(mailbox)
        ? 'unasked'
        : readAt === null
          ? 'new'
          : 'on';
  const looks = { paused: 'off', bad: 'failed', unasked: 'off', new: 'waiting', on: 'done' };
  return (
    <div role="status">
      <p>
        <span class={`health ${looks[state]}`} aria-hidden="true" /> {texts[`state_${state}`]}
        {readAt !== null && (
          <span class="quiet"> · {fill(texts.lastRead, { time: ago(tag, readAt, Date.now()) })}</span>
        )}
        {account !== null && (
          <span class="quiet">
            {' '}
            · <bdi>{fill(texts.accountIs, { account })}</bdi>
          </span>
        )}
      </p>
      {state === 'unasked' && <p class="quiet">{texts.unasked}</p>}
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
  redirect,
  teams,
}: {
  texts: MailboxTexts;
  model: MailboxesModel;
  mailbox: Mailbox;
  redirect: string;
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
        <ConsentButton texts={texts} model={model} mailbox={mailbox} />
        <button
          type="button"
          disabled={isUnasked(mailbox) || (test !== null && test.endedAt === null)}
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
          redirect={redirect}
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
