import { getInvitation } from '../../shared/invitations/routes.ts';
import type { PromptEntry } from '../core/prompts/prompt.ts';
import { Face } from '../core/ui/parts.tsx';
import rules from './prompt.css?inline';

/** A few words of somebody of the team, and the way to them. */
export const load: PromptEntry['load'] = async (surface, { id }) => {
  const { context } = surface;
  const { invitation } = await context.call(getInvitation, {
    path: { invitation: id },
    query: { language: context.texts.language },
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
