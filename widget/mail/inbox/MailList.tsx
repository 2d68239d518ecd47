import { isAtLeast } from '../../../shared/core/people/roles.ts';
import { useEffect, useRef, useState } from 'preact/hooks';
import { retryJob } from '../../../shared/core/jobs/routes.ts';
import { listMailLog } from '../../../shared/core/mail/routes.ts';
import type { LoggedMail as Mail } from '../../../shared/core/mail/schema.ts';
import type { MailGroup } from '../../../shared/core/mail/states.ts';
import { useStaff } from '../../core/staff/context.ts';
import { Loading } from './Loading.tsx';
import { LoggedMail } from './LoggedMail.tsx';
import type { StaffTexts } from './texts.ts';

/** Emails of one group, newest first, a page at a time. */
export const MailList = ({ group, texts }: { group: MailGroup; texts: StaffTexts }) => {
  const staff = useStaff();
  const [mails, setMails] = useState<Mail[] | null>(null);
  const [hasMore, setMore] = useState(false);
  const [isFailed, setFailed] = useState(false);
  const [isRetried, setRetried] = useState(false);
  const said = useRef<HTMLParagraphElement>(null);
  const load = async (before?: string): Promise<void> => {
    const page = await staff.attempt(
      staff.call(listMailLog, { query: { group, ...(before && { before }) } }),
    );
    setFailed(page === null);
    if (!page) return;
    setMails((known) => [...(before ? (known ?? []) : []), ...page.mails]);
    setMore(page.more);
  };
  useEffect(() => void load(), []);
  const retry = async (job: string): Promise<void> => {
    if (!(await staff.attempt(staff.call(retryJob, { path: { job } })))) return;
    setRetried(true);
    await load();
    said.current?.focus();
  };
  if (!mails) return <Loading texts={texts} isFailed={isFailed} load={load} />;
  const mayRetry = ({ job }: Mail): boolean =>
    job?.state === 'dead' && isAtLeast(staff.membership.role, 'admin');
  return (
    <>
      <p role="status" tabIndex={-1} ref={said}>
        {isRetried && texts.retried}
      </p>
      {mails.length === 0 ? (
        <p class="empty">{texts.logNone}</p>
      ) : (
        <ul class="cards">
          {mails.map((mail) => (
            <LoggedMail
              key={mail.id}
              mail={mail}
              texts={texts}
              retry={mayRetry(mail) ? () => void retry(mail.id) : null}
            />
          ))}
        </ul>
      )}
      {hasMore && (
        <div class="row-of-buttons">
          <button type="button" onClick={() => void load(mails.at(-1)?.id)}>
            {texts.more}
          </button>
        </div>
      )}
    </>
  );
};
