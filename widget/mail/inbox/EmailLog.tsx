import { useState } from 'preact/hooks';
import { type MailGroup, mailGroups } from '../../../shared/core/mail/states.ts';
import { Page, Tabs } from '../../core/staff/editing/Page.tsx';
import '../../core/staff/editing/styles.ts';
import { useFeatureTexts } from '../../core/staff/texts.ts';
import { MailList } from './MailList.tsx';
import { SetAside } from './SetAside.tsx';
import { type StaffTexts, texts as staffTexts } from './texts.ts';

type Tab = MailGroup | 'aside';

const tabs: readonly Tab[] = [...mailGroups, 'aside'];

const namesOf = (texts: StaffTexts): Record<Tab, string> => ({
  all: texts.group_all,
  sent: texts.group_sent,
  waiting: texts.group_waiting,
  failed: texts.group_failed,
  received: texts.group_received,
  aside: texts.group_aside,
});

/** Every email that went out or came in, what became of it, and those that became no message. */
export const EmailLog = () => {
  const texts = useFeatureTexts(staffTexts);
  const [tab, setTab] = useState<Tab>('all');
  /** A list is loaded anew when it is asked for. */
  const [turn, setTurn] = useState(0);
  if (!texts) return null;
  const show = (next: Tab): void => {
    setTab(next);
    setTurn(turn + 1);
  };
  return (
    <Page
      name="emails"
      title={texts.title}
      lead={tab === 'aside' ? texts.asideLead : texts.lead}
      head={
        <div class="spread">
          <Tabs tabs={tabs} names={namesOf(texts)} shown={tab} onShow={show} />
          <button type="button" onClick={() => show(tab)}>
            {texts.refresh}
          </button>
        </div>
      }
    >
      {tab === 'aside' ? (
        <SetAside key={turn} texts={texts} />
      ) : (
        <MailList key={turn} group={tab} texts={texts} />
      )}
    </Page>
  );
};
