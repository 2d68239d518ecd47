import { useRef, useState } from 'preact/hooks';
import type { MailPerson } from '../../../shared/core/conversations/mailPeople.ts';
import type { InboxThread } from '../../../shared/inbox/schema.ts';
import { useLanguage } from '../../core/staff/context.ts';
import { IconButton } from '../../core/staff/Icon.tsx';
import { useFeatureTexts } from '../../core/staff/texts.ts';
import { fill } from '../../core/text/fill.ts';
import type { CopyChoice, CopyKind } from './copies.ts';
import { isSame, participantsOf } from './people.ts';
import './styles.ts';
import { type MailTexts, texts as loaders } from './texts.ts';

const kinds = ['cc', 'bcc'] as const;
const isAddress = (text: string): boolean => /^[^\s@"(),:;<>[\\\]]+@[^\s@]+\.[^\s@.]{2,}$/.test(text);

/** Somebody on the line; without a way to remove them, the visitor. */
const Chip = ({ person, remove, texts }: { person: MailPerson; remove?: () => void; texts: MailTexts }) => (
  <span class="mail-chip" title={person.address}>
    <bdi>{person.name || person.address}</bdi>
    {remove && (
      <IconButton
        icon="close"
        label={fill(texts.remove, { name: person.name || person.address })}
        onClick={remove}
      />
    )}
  </span>
);

const CopyField = ({
  kind,
  copies,
  suggestions,
  texts,
}: {
  kind: CopyKind;
  copies: CopyChoice;
  suggestions: readonly MailPerson[];
  texts: MailTexts;
}) => {
  const [typed, setTyped] = useState('');
  const take = (): boolean => {
    const address = typed.trim().replace(/[,;]$/, '');
    if (!isAddress(address)) return false;
    copies.add(kind, [suggestions.find((one) => isSame(one.address, address)) ?? { name: '', address }]);
    setTyped('');
    return true;
  };
  return (
    <div class="mail-line">
      <span class="quiet" aria-hidden="true">
        {texts[kind]}
      </span>
      {copies.now.value[kind].map((person) => (
        <Chip
          key={person.address}
          person={person}
          texts={texts}
          remove={() => copies.remove(person.address)}
        />
      ))}
      <input
        type="email"
        multiple
        dir="ltr"
        autocomplete="off"
        aria-label={texts[`${kind}Label`]}
        placeholder={texts.addAddress}
        value={typed}
        list={`mail-people-${kind}`}
        onInput={(event) => setTyped(event.currentTarget.value)}
        onBlur={take}
        onKeyDown={(event) => {
          if (event.ctrlKey || event.metaKey) return;
          if (event.key === 'Enter' || event.key === ',' || event.key === ';') {
            event.preventDefault();
            take();
          }
          const last = copies.now.value[kind].at(-1);
          if (event.key === 'Backspace' && !typed && last) copies.remove(last.address);
        }}
      />
      <datalist id={`mail-people-${kind}`}>
        {suggestions.map(({ name, address }) => (
          <option key={address} value={address}>
            {name}
          </option>
        ))}
      </datalist>
    </div>
  );
};

/** The people of a reply by email: the visitor, and whoever else is chosen. Nobody is by themselves. */
export const Recipients = ({ thread, copies }: { thread: InboxThread; copies: CopyChoice }) => {
  const texts = useFeatureTexts(loaders);
  const { texts: inboxTexts } = useLanguage();
  const [isOpen, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  if (!texts) return null;
  const { visitor } = thread.conversation;
  const { cc, bcc } = copies.now.value;
  const participants = participantsOf(thread);
  const others = participants.filter(
    ({ address }) => ![...cc, ...bcc].some((one) => isSame(one.address, address)),
  );
  const shown = isOpen || cc.length + bcc.length > 0;
  const show = (): void => {
    setOpen(true);
    requestAnimationFrame(() => box.current?.querySelector('input')?.focus());
  };
  return (
    <div class="mail-people" ref={box} role="group" aria-label={texts.recipients}>
      <div class="mail-line">
        <span class="quiet" aria-hidden="true">
          {texts.to}
        </span>
        <Chip person={{ name: visitor.name, address: visitor.email ?? inboxTexts.anonymous }} texts={texts} />
        <span class="mail-acts">
          {others.length > 0 && (
            <button type="button" class="link" onClick={() => copies.add('cc', others)}>
              {fill(texts.replyAll, { count: others.length })}
            </button>
          )}
          {!shown && (
            <button type="button" class="link" onClick={show}>
              {texts.showCopies}
            </button>
          )}
        </span>
      </div>
      {shown &&
        kinds.map((kind) => (
          <CopyField key={kind} kind={kind} copies={copies} suggestions={others} texts={texts} />
        ))}
    </div>
  );
};
