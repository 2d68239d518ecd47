import { getInvitation } from '../../shared/invitations/routes.ts';
import type { PromptDoor } from '../core/prompts/door.ts';
import { Face } from '../core/ui/parts.tsx';
import rules from './prompt.css?inline';

/** A few words of somebody of the team, and the way to them. */
export const load: PromptDoor['load'] = async (surface, { id }) => {
  const { visit } = surface;
  const { invitation } = await visit.call(getInvitation, {
    path: { invitation: id },
    query: { language: visit.texts.language },
  });
  if (!invitation) return null;
  surface.addStyles(rules);
  const { from, text, action, opens } = invitation;
  return {
    form: 'card',
    label: text,
    render: ({ open }) => (
      <>
        <div class="from">
          <Face name={from} />
          <bdi>{from}</bdi>
        </div>
        <p dir="auto">{text}</p>
        <button type="button" class="primary" onClick={() => open(opens)}>
          <bdi>{action}</bdi>
        </button>
      </>
    ),
  };
};
