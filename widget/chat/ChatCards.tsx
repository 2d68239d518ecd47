import { ContactCard } from './ContactCard.tsx';
import type { CardProps } from './cardProps.ts';
import type { ChatProps } from './ChatHead.tsx';
import { ReportCard } from './ReportCard.tsx';
import { TranscriptCard } from './TranscriptCard.tsx';

/** The card that was asked for, or the one that takes an address while nobody is there. */
export const ChatCards = ({ surface, text, chat, card }: ChatProps) => {
  const { texts, session, settings } = surface.context;
  const { row, isClosed } = chat;
  const kind = card.kind.value;
  // Who was asked before the chat began is not asked again.
  const { email: asked = 'no' } = chat.about.rules.value ?? {};
  const given: CardProps = {
    texts,
    text,
    id: chat.id,
    call: session.call,
    email: chat.about.input.value.email.trim(),
    onClose: card.close,
  };
  const keep = (email: string): void => {
    chat.keepEmail(email);
    card.finish(text('emailKept', { email }));
  };
  return (
    <>
      {row && chat.isAlone && !isClosed && !row.reachable && asked === 'no' && kind === null && (
        <ContactCard {...given} title={text('nobodyLeave')} isAsked={false} onSaved={keep} />
      )}
      {chat.isMoved && !isClosed && settings.features.callback && (
        <span class="actions">
          <button type="button" onClick={chat.callInstead}>
            {texts.get('callInstead')}
          </button>
        </span>
      )}
      {kind === 'transcript' && <TranscriptCard {...given} />}
      {kind === 'contact' && <ContactCard {...given} title={text('myEmail')} isAsked onSaved={keep} />}
      {kind === 'report' && (
        <ReportCard {...given} messages={chat.reportable} onDone={() => card.finish(text('reported'))} />
      )}
    </>
  );
};
