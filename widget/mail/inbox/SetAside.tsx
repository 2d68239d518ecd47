import { useEffect, useState } from 'preact/hooks';
import { listSetAside } from '../../../shared/core/mail/routes.ts';
import type { SetAsideMail } from '../../../shared/core/mail/schema.ts';
import { useLanguage, useStaff } from '../../core/staff/context.ts';
import { exact } from '../../core/staff/i18n.ts';
import { Loading } from './Loading.tsx';
import type { StaffTexts } from './texts.ts';

/** Reasons after which somebody may have to act. */
const isPressing = ({ reason }: SetAsideMail): boolean =>
  ['bounced', 'unreadable', 'too_large', 'reused'].includes(reason);

const Mail = ({ mail, texts }: { mail: SetAsideMail; texts: StaffTexts }) => {
  const staff = useStaff();
  const { tag } = useLanguage();
  const { conversation } = mail;
  return (
    <li>
      <div class="spread">
        <h3 dir="auto">{mail.subject || texts.noSubject}</h3>
        <span class={`chip ${isPressing(mail) ? 'orange' : 'grey'}`}>{texts[mail.reason]}</span>
      </div>
      <p class="quiet">
        <bdi>{mail.address || texts.noSender}</bdi> ·{' '}
        <time dateTime={new Date(mail.at).toISOString()}>{exact(tag, mail.at)}</time>
      </p>
      {mail.excerpt && <p dir="auto">{mail.excerpt}</p>}
      {conversation !== null && (
        <div class="row-of-buttons">
          <button type="button" onClick={() => staff.open(conversation)}>
            {texts.open}
          </button>
        </div>
      )}
    </li>
  );
};

/** Emails that came in and became no message, newest first, each with the reason. */
export const SetAside = ({ texts }: { texts: StaffTexts }) => {
  const staff = useStaff();
  const [mails, setMails] = useState<SetAsideMail[] | null>(null);
  const [isFailed, setFailed] = useState(false);
  const load = async (): Promise<void> => {
    const found = await staff.attempt(staff.call(listSetAside, {}));
    setFailed(found === null);
    if (found) setMails(found.mails);
  };
  useEffect(() => void load(), []);
  if (!mails) return <Loading texts={texts} isFailed={isFailed} load={load} />;
  if (mails.length === 0) return <p class="empty">{texts.none}</p>;
  return (
    <ul class="cards">
      {mails.map((mail) => (
        <Mail key={mail.id} mail={mail} texts={texts} />
      ))}
    </ul>
  );
};
