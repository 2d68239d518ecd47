import { useEffect, useState } from 'preact/hooks';
import { listCallList, putOutcome } from '../../../../shared/contacts/segments/routes.ts';
import type { CallEntry } from '../../../../shared/contacts/segments/schema.ts';
import { useLanguage, useStaff } from '../../../core/staff/context.ts';
import { Page } from '../../../core/staff/editing/Page.tsx';
import { counted } from '../../../core/staff/i18n.ts';
import { fill } from '../../../core/text/fill.ts';
import { chosen } from '../chosen.ts';
import type { ContactTexts } from '../texts.ts';
import { PartTabs } from './PartTabs.tsx';
import type { SegmentTexts } from './texts.ts';

const outcomes = ['reached', 'no_answer', 'later', 'declined'] as const;

/** One call: whom, at which number, what to offer, and how it ended. */
const Entry = ({
  call,
  texts,
  contactTexts,
  onDone,
}: {
  call: CallEntry;
  texts: SegmentTexts;
  contactTexts: ContactTexts;
  onDone(): void;
}) => {
  const staff = useStaff();
  const [note, setNote] = useState(call.note);
  const name = call.contact.name || call.contact.email || contactTexts.anonymous;
  const say = async (outcome: (typeof outcomes)[number]): Promise<void> => {
    const path = { call: call.id };
    if (await staff.attempt(staff.call(putOutcome, { path, body: { outcome, note } }))) onDone();
  };
  return (
    <li>
      <div class="spread">
        <button type="button" class="link" dir="auto" onClick={() => (chosen.value = call.contact.id)}>
          {name}
        </button>
        {call.phone ? (
          <a href={`tel:${call.phone}`} dir="ltr">
            {call.phone}
          </a>
        ) : (
          <span class="quiet">{texts.noNumber}</span>
        )}
      </div>
      <span class="quiet" dir="auto">
        {fill(texts.list, { name: call.list })}
      </span>
      {call.text && (
        <p class="segment-offer" dir="auto">
          {call.text}
        </p>
      )}
      {call.outcome && (
        <span class="quiet">{fill(texts.last, { outcome: texts[`outcome_${call.outcome}`] })}</span>
      )}
      <textarea
        aria-label={`${texts.note}: ${name}`}
        placeholder={texts.note}
        dir="auto"
        rows={1}
        maxLength={1_000}
        value={note}
        onInput={(event) => setNote(event.currentTarget.value)}
      />
      <div class="row-of-buttons">
        {outcomes.map((outcome) => (
          <button key={outcome} type="button" onClick={() => void say(outcome)}>
            {texts[`outcome_${outcome}`]}
          </button>
        ))}
      </div>
    </li>
  );
};

/** Calls that are to be made, one after the other. */
export const CallList = ({ texts, contactTexts }: { texts: SegmentTexts; contactTexts: ContactTexts }) => {
  const staff = useStaff();
  const { tag, texts: inboxTexts } = useLanguage();
  const [calls, setCalls] = useState<CallEntry[] | null>(null);
  const load = async (): Promise<void> => {
    const found = await staff.attempt(staff.call(listCallList, {}));
    if (found) setCalls(found.calls);
  };
  useEffect(() => void load(), []);
  return (
    <Page name="calls-list" title={texts.calls} lead={texts.callsLead} head={<PartTabs texts={texts} />}>
      {!calls && <p class="quiet">{inboxTexts.loading}</p>}
      <p class="quiet" role="status">
        {calls && calls.length > 0 && counted(tag, texts.toCall, calls.length)}
      </p>
      {calls?.length === 0 && <p class="empty">{texts.noCalls}</p>}
      {calls && calls.length > 0 && (
        <ul class="contact-list">
          {calls.map((call) => (
            <Entry
              key={call.id}
              call={call}
              texts={texts}
              contactTexts={contactTexts}
              onDone={() => void load()}
            />
          ))}
        </ul>
      )}
    </Page>
  );
};
