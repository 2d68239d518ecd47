import type { Surface } from '../context.ts';
import { isTouched } from '../ui/touch.ts';
import { durationText, listText } from '../text/times.ts';
import { useMountEffect } from '../ui/hooks.ts';
import { Face } from '../ui/parts.tsx';
import type { PresenceWatch } from './presence.ts';
import { backText } from './zone.ts';

/** Faces and names that are shown at the most. */
const max = 3;

/**
 * The team: who is there now, or when they are back.
 * @param isTitle as the head of a view; else below a greeting, with how long an answer usually takes
 * @param promised what a head says instead of when they are back
 */
export const Team = (given: {
  surface: Surface;
  isTitle?: boolean;
  promised?: string | undefined;
  presence: PresenceWatch;
}) => {
  const { surface, isTitle, promised, presence } = given;
  const { texts, settings } = surface.context;
  useMountEffect(() => presence.watch());
  const here = presence.now.value;
  const online = here?.online.slice(0, max) ?? [];
  const people = online.length ? online : settings.people;
  const names = listText(
    texts,
    (online.length || !isTitle ? people : []).map(({ name }) => name),
  );
  const title = names || settings.teamName || settings.name;
  const minutes = settings.usualReplyMinutes;
  const isAlone = here !== null && !online.length;
  const away = isAlone && `${texts.get('nobodyHere')} ${backText(texts, here, Date.now())}`;
  return (
    <div class="team">
      <span class="faces">
        {people.map(({ id, name }) => (
          <Face key={id} name={name} />
        ))}
      </span>
      <div class="who">
        {isTitle ? (
          // The panel's bar has the team's name already.
          <h2 class={isAlone ? 'soft' : ''} data-start={isTouched() ? true : undefined} tabIndex={-1}>
            {isAlone ? promised || away : <bdi>{title}</bdi>}
          </h2>
        ) : (
          <p>
            <bdi>{title}</bdi>
          </p>
        )}
        <p class="soft">
          {online.length > 0 && (
            <span>
              <i class="dot" />
              {texts.get('isHere')}
            </span>
          )}
          {!isTitle && away && <span>{away}</span>}
          {/* One of the two: who is back tomorrow does not usually reply in a minute. */}
          {!isTitle && minutes !== null && (online.length > 0 || !here) && (
            <span>{texts.get('usualReply', { duration: durationText(texts, minutes) })}</span>
          )}
        </p>
      </div>
    </div>
  );
};
