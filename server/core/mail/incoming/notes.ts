import type { Notice } from '../../../../shared/core/conversations/schema.ts';
import type { NewNotice } from '../../conversations/notices.ts';
import { derivedId } from '../../derivedId.ts';

/** The notice to staff about a mail in its conversation; the same mail says it once. */
export const noteOf = (id: string, kind: Notice['kind'], values: Notice['values']): NewNotice => ({
  id: derivedId('notice', kind, id),
  visibility: 'note',
  notice: { kind, values },
});
