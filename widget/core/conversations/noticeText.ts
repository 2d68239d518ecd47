import type { Message } from '../../../shared/core/conversations/schema.ts';
import type { TextKey, Texts } from '../text/i18n.ts';
import { whenText } from '../text/times.ts';

/**
 * A notice in the reader's words; empty for one that has none, and is shown as it was written. A feature's own stand
 * among the words under the notice's kind.
 */
export const noticeText = (texts: Texts, { notice, at }: Pick<Message, 'notice' | 'at'>): string =>
  notice
    ? texts.get((notice.kind === 'ended' && notice.values['name'] ? 'endedBy' : notice.kind) as TextKey, {
        ...notice.values,
        when: whenText(texts, Number(notice.values['at'] ?? at), Date.now()),
      })
    : '';
