import type { MailPerson, MailVerdict, MessageMail } from '../../../shared/core/conversations/mailPeople.ts';
import { useFeatureTexts } from '../../core/staff/texts.ts';
import './styles.ts';
import { fill } from '../../core/text/fill.ts';
import { isolate } from '../../core/text/isolate.ts';
import { texts as loaders } from './texts.ts';
import { Original } from './Original.tsx';
import type { MailTexts } from './texts/en.ts';

const lists = ['to', 'cc', 'bcc'] as const;

const People = ({ people }: { people: readonly MailPerson[] }) => (
  <>
    {people.map(({ name, address }, place) => (
      <span key={address}>
        {place > 0 && ', '}
        <bdi dir="ltr">{name ? `${name} <${address}>` : address}</bdi>
      </span>
    ))}
  </>
);

const verdictTexts = { pass: 'senderPass', none: 'senderNone', fail: 'senderFail' } as const;

/** Whether the email comes from whom it says. A warning stands out, the rest is quiet. */
const Sender = ({ verdict: { result, domain }, texts }: { verdict: MailVerdict; texts: MailTexts }) => (
  <span class={result === 'fail' ? 'mail-warning' : undefined}>
    {domain ? fill(texts[verdictTexts[result]], { domain: isolate(domain) }) : texts.senderMany}
  </span>
);

/** The other people of a message's email and what is known of its sender. */
const Facts = ({ mail, isNote, texts }: { mail: MessageMail; isNote: boolean; texts: MailTexts }) => (
  <p class="by mail-of">
    {mail.from && (
      <span>
        {texts.from} <bdi dir="ltr">{mail.from.address}</bdi>
      </span>
    )}
    {lists.map((list) =>
      mail[list]?.length ? (
        <span key={list}>
          {texts[list === 'to' ? 'alsoTo' : list]} <People people={mail[list]} />
        </span>
      ) : null,
    )}
    {mail.verdict && <Sender verdict={mail.verdict} texts={texts} />}
    {mail.isApart && <span>{isNote ? texts.fromOutside : texts.isApart}</span>}
  </p>
);

/** Below a message that came or went as an email: who else is in it, and how its sender made it. */
export const MailLine = ({
  message,
  mail,
  isNote,
}: {
  /** The message's ID. */
  message: string;
  mail: MessageMail;
  isNote: boolean;
}) => {
  const texts = useFeatureTexts(loaders);
  if (!texts) return null;
  if (mail.forwarded)
    return (
      <p class="by mail-of">
        {texts.forwardedTo} <People people={mail.to ?? []} />
        {' · '}
        {fill(texts.forwardedCount, { count: mail.forwarded.length })}
      </p>
    );
  const { original, ...rest } = mail;
  return (
    <>
      {Object.keys(rest).length > 0 && <Facts mail={mail} isNote={isNote} texts={texts} />}
      {original && <Original message={message} original={original} texts={texts} />}
    </>
  );
};
