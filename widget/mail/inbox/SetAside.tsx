import { useEffect, useState } from 'preact/hooks';
import { listSetAside } from '../../../shared/core/mail/routes.ts';
import type { SetAsideMail } from '../../../shared/core/mail/schema.ts';
import { useLanguage, useStaff } from '../../core/staff/context.ts';
import { Page } from '../../core/staff/editing/Page.tsx';
import '../../core/staff/editing/styles.ts';
import { exact } from '../../core/staff/i18n.ts';
import { useFeatureTexts } from '../../core/staff/texts.ts';
import { type StaffTexts, texts as staffTexts } from './texts.ts';

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
export const SetAside = () => {
  const staff = useStaff();
  const texts = useFeatureTexts(staffTexts);
  const [mails, setMails] = useState<SetAsideMail[] | null>(null);
  const load = async (): Promise<void> => {
    const found = await staff.attempt(staff.call(listSetAside, {}));
    if (found) setMails(found.mails);
  };
  useEffect(() => void load(), []);
  if (!texts || !mails) return null;
  return (
    <Page
      name="emails"
      title={texts.title}
      lead={texts.lead}
      head={
        <div class="row-of-buttons">
          <button type="button" onClick={() => void load()}>
            {texts.refresh}
          </button>
        </div>
      }
    >
      {mails.length === 0 ? (
        <p class="empty">{texts.none}</p>
      ) : (
        <ul class="cards">
          {mails.map((mail) => (
            <Mail key={mail.id} mail={mail} texts={texts} />
          ))}
        </ul>
      )}
    </Page>
  );
};
