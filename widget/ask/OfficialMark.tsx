import type { Texts } from '../core/text/i18n.ts';
import { check } from '../core/ui/icons.ts';
import { Icon } from '../core/ui/parts.tsx';

/** Says that an answer is the company's own, or the one that helped the asker. */
export const OfficialMark = (given: { texts: Texts; official: boolean; accepted: boolean }) =>
  given.official || given.accepted ? (
    <span class="official" lang={given.texts.language}>
      <Icon path={check} />
      {given.texts.get(given.official ? 'official' : 'accepted')}
    </span>
  ) : null;
