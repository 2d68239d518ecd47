import { effect } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import type { Contact } from '../../../shared/contacts/schema.ts';
import { useStaff } from '../../core/staff/context.ts';

/** Counts what changed of a contact since the page was opened, as the stream tells of it. */
export const useContactChanges = (id: string, contact: Contact | undefined): number => {
  const staff = useStaff();
  const [count, setCount] = useState(0);
  const ids = contact?.visitors.join(' ') ?? id;
  const email = contact?.email ?? null;
  useEffect(() => {
    let isFirst = true;
    return effect(() => {
      const changed = staff.contactChanges.value;
      // What was the last change before the page was opened is on it already.
      if (isFirst) {
        isFirst = false;
        return;
      }
      const { visitor } = changed;
      const isTheirs =
        visitor === null ||
        visitor === id ||
        ids.split(' ').includes(visitor) ||
        (email !== null && changed.email === email);
      if (isTheirs) setCount((before) => before + 1);
    });
  }, [id, ids, email]);
  return count;
};
