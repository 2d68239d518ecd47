import { Face } from '../core/ui/parts.tsx';
import type { ChatProps } from './ChatHead.tsx';

/** The start of an empty chat: the team's greeting, and where the answer comes while nobody is there. */
export const Greeting = ({ surface, text, chat }: ChatProps) => {
  const { texts, settings } = surface.context;
  const team = settings.teamName || settings.name;
  return (
    <div class="message staff greeting">
      <p class="by">
        <Face name={team} />
        <bdi>{team}</bdi>
      </p>
      <div class="bubble" dir="auto">
        <p>{settings.greeting[texts.language] || texts.get('greeting')}</p>
        {chat.isAlone && <p>{text('leaveLead')}</p>}
      </div>
    </div>
  );
};
