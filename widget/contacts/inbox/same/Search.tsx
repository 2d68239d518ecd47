import { useEffect, useRef, useState } from 'preact/hooks';
import { listContacts } from '../../../../shared/contacts/routes.ts';
import type { Contact, ContactRow } from '../../../../shared/contacts/schema.ts';
import { useLanguage, useStaff } from '../../../core/staff/context.ts';
import { ago } from '../../../core/staff/i18n.ts';
import { fill } from '../../../core/text/fill.ts';
import type { ContactTexts } from '../texts.ts';
import { nameOf } from './names.ts';
import type { SameTexts } from './texts.ts';

/** Contacts that are offered. */
const maxShown = 8;

/** Finds the contact who is the same person. */
export const Search = ({
  contact,
  texts,
  contactTexts,
  onChoose,
  onCancel,
}: {
  contact: Contact;
  texts: SameTexts;
  contactTexts: ContactTexts;
  onChoose(row: ContactRow): void;
  onCancel(): void;
}) => {
  const staff = useStaff();
  const { tag } = useLanguage();
  const field = useRef<HTMLInputElement>(null);
  const [search, setSearch] = useState('');
  const [found, setFound] = useState<ContactRow[] | null>(null);
  useEffect(() => field.current?.focus(), []);
  useEffect(() => {
    let isStale = false;
    setFound(null);
    if (search)
      void staff.attempt(staff.call(listContacts, { query: { search } })).then((listed) => {
        if (listed && !isStale)
          setFound(listed.contacts.filter(({ id }) => id !== contact.id).slice(0, maxShown));
      });
    return () => {
      isStale = true;
    };
  }, [search]);
  return (
    <div class="stack">
      <div class="row-of-buttons">
        <input
          ref={field}
          type="search"
          dir="auto"
          aria-label={`${texts.find} ${contactTexts.search}`}
          placeholder={contactTexts.search}
          maxLength={200}
          value={search}
          onInput={(event) => setSearch(event.currentTarget.value.trim())}
          onKeyDown={(event) => {
            if (event.key === 'Escape') onCancel();
          }}
        />
        <button type="button" onClick={onCancel}>
          {texts.cancel}
        </button>
      </div>
      {found?.length === 0 && (
        <p class="quiet" role="status">
          {texts.nobody}
        </p>
      )}
      {found && found.length > 0 && (
        <ul class="contact-list">
          {found.map((row) => (
            <li key={row.id}>
              <div class="spread">
                <button type="button" class="link" dir="auto" onClick={() => onChoose(row)}>
                  {nameOf(row, contactTexts)}
                </button>
                <span class="quiet">
                  {fill(contactTexts.seen, { when: ago(tag, row.seenAt, staff.now.value) })}
                </span>
              </div>
              {row.name && row.email && (
                <span class="quiet">
                  <bdi>{row.email}</bdi>
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};
