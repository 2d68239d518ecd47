import { useLanguage } from '../../core/staff/context.ts';
import { fill } from '../../core/text/fill.ts';
import { Icon } from '../../core/staff/Icon.tsx';
import { useInbox } from '../context.ts';

/** Colleagues who look at the conversation or write in it. */
export const Others = ({ conversation }: { conversation: string }) => {
  const inbox = useInbox();
  const { texts } = useLanguage();
  const others = inbox.viewers.of.value[conversation] ?? [];
  const writing = others.filter((viewer) => viewer.isWriting);
  const names = (writing.length ? writing : others).map((viewer) => viewer.name).join(', ');
  return (
    <p class={writing.length ? 'also writing' : 'also'} role="status">
      {names && (
        <>
          <Icon name={writing.length ? 'pen' : 'eye'} />
          <span>{fill(writing.length ? texts.alsoWriting : texts.alsoHere, { names })}</span>
        </>
      )}
    </p>
  );
};
