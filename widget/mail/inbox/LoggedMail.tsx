import type { LoggedMail as Mail } from '../../../shared/core/mail/schema.ts';
import { readOnPage, statesOf } from '../../../shared/core/mail/states.ts';
import { useLanguage, useStaff } from '../../core/staff/context.ts';
import { exact } from '../../core/staff/i18n.ts';
import { readReason } from '../../core/staff/jobReason.ts';
import { fill } from '../../core/text/fill.ts';
import { isolate } from '../../core/text/isolate.ts';
import type { StaffTexts } from './texts.ts';

const reasonOf = (texts: StaffTexts, { state, job }: Mail): string => {
  if (job?.lastError) {
    const { reason, code } = readReason(job.lastError);
    return fill(texts[`reason_${reason}`], { code });
  }
  if (state === 'bounced') return texts.why_bounced;
  return state === 'unsent' ? texts.why_unsent : '';
};

/** One email of the log: what it is, to or from whom, what became of it and why. */
export const LoggedMail = ({
  mail,
  texts,
  retry,
}: {
  mail: Mail;
  texts: StaffTexts;
  /** Null where it cannot be tried again, or not by them. */
  retry: (() => void) | null;
}) => {
  const staff = useStaff();
  const { tag } = useLanguage();
  const { address, job, kind, state, conversation, createdAt } = mail;
  const isIn = kind === 'inbound';
  const isFailed = statesOf.failed.includes(state);
  const named = { kind: texts[`kind_${kind}`], address };
  const reason = reasonOf(texts, mail);
  return (
    <li>
      <div class="spread">
        <h3>{named.kind}</h3>
        <span class={`chip ${isFailed ? 'orange' : state === 'sent' ? 'green' : 'grey'}`}>
          {texts[`state_${state}`]}
        </span>
      </div>
      <p class="quiet">
        {fill(isIn ? texts.from : texts.to, { address: isolate(address) })} ·{' '}
        <time dateTime={new Date(createdAt).toISOString()}>{exact(tag, createdAt)}</time>
      </p>
      {reason && (
        <p>
          {reason} {job?.state === 'waiting' && fill(texts.nextTry, { time: exact(tag, job.at) })}
        </p>
      )}
      <div class="row-of-buttons">
        {!readOnPage.includes(kind) && (
          <button
            type="button"
            aria-label={fill(texts.openOf, named)}
            onClick={() => staff.open(conversation)}
          >
            {texts.open}
          </button>
        )}
        {retry && (
          <button type="button" aria-label={fill(texts.retryOf, named)} onClick={retry}>
            {texts.retry}
          </button>
        )}
      </div>
    </li>
  );
};
