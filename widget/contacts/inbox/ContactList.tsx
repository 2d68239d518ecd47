import { isAtLeast } from '../../../shared/core/people/roles.ts';
import type { ComponentChildren } from 'preact';
import { useSignal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import { exportContacts, listContacts } from '../../../shared/contacts/routes.ts';
import { contactGroups } from '../../../shared/contacts/groups.ts';
import type { ContactFilter, ContactList as Listed, ContactRow } from '../../../shared/contacts/schema.ts';
import { fillPath } from '../../../shared/core/route.ts';
import { useLanguage, useStaff } from '../../core/staff/context.ts';
import { Page } from '../../core/staff/editing/Page.tsx';
import { lazy } from '../../core/staff/lazy.tsx';
import { ago, counted } from '../../core/staff/i18n.ts';
import { fill } from '../../core/text/fill.ts';
import { chosen } from './chosen.ts';
import type { ContactTexts } from './texts.ts';

const ImportContacts = lazy(async () => (await import('./importing/ImportContacts.tsx')).ImportContacts);

/** Contacts that fit a filter, as far as they were read. */
const useContacts = () => {
  const staff = useStaff();
  const filter = useSignal<ContactFilter>({});
  const [listed, setListed] = useState<Listed | null>(null);
  const load = (before?: string) =>
    staff.attempt(
      staff.call(listContacts, {
        query: { ...filter.peek(), ...(before !== undefined && { before }) },
      }),
    );
  useEffect(() => {
    let isStale = false;
    void load().then((found) => {
      if (found && !isStale) setListed(found);
    });
    return () => {
      isStale = true;
    };
  }, [filter.value]);
  return {
    filter,
    listed,
    set(name: keyof ContactFilter, value: string): void {
      const { [name]: _, ...rest } = filter.peek();
      filter.value = value ? { ...rest, [name]: value } : rest;
    },
    /** Reads the list anew, from its beginning. */
    reload(): void {
      filter.value = { ...filter.peek() };
    },
    async more(): Promise<void> {
      const found = listed?.before ? await load(listed.before) : null;
      if (found)
        setListed((known) => ({ ...found, contacts: [...(known?.contacts ?? []), ...found.contacts] }));
    },
  };
};

const Filters = ({ model, texts }: { model: ReturnType<typeof useContacts>; texts: ContactTexts }) => {
  const { tag } = useLanguage();
  const { filter, set, listed } = model;
  const names = new Intl.DisplayNames([tag], { type: 'language' });
  return (
    <div class="contact-filters" role="search">
      <input
        type="search"
        dir="auto"
        aria-label={texts.search}
        placeholder={texts.search}
        maxLength={200}
        value={filter.value.search ?? ''}
        onInput={(event) => set('search', event.currentTarget.value.trim())}
      />
      <select
        aria-label={texts.group}
        value={filter.value.group ?? ''}
        onChange={(event) => set('group', event.currentTarget.value)}
      >
        <option value="">{texts.everyone}</option>
        {contactGroups.map((group) => (
          <option key={group} value={group}>
            {texts[group]}
          </option>
        ))}
      </select>
      {(listed?.languages.length ?? 0) > 1 && (
        <select
          aria-label={texts.language}
          value={filter.value.language ?? ''}
          onChange={(event) => set('language', event.currentTarget.value)}
        >
          <option value="">{texts.anyLanguage}</option>
          {listed?.languages.map((one) => (
            <option key={one} value={one}>
              {names.of(one) ?? one}
            </option>
          ))}
        </select>
      )}
      <label class="check">
        <input
          type="checkbox"
          checked={filter.value.open === '1'}
          onChange={(event) => set('open', event.currentTarget.checked ? '1' : '')}
        />
        <span>{texts.onlyOpen}</span>
      </label>
    </div>
  );
};

const Row = ({ row, texts }: { row: ContactRow; texts: ContactTexts }) => {
  const staff = useStaff();
  const { tag } = useLanguage();
  return (
    <li>
      <div class="spread">
        <button type="button" class="link" dir="auto" onClick={() => (chosen.value = row.id)}>
          {row.name || row.email || texts.anonymous}
        </button>
        <span class="quiet">{fill(texts.seen, { when: ago(tag, row.seenAt, staff.now.value) })}</span>
      </div>
      <div class="spread">
        <span class="quiet">
          <bdi>{row.name ? row.email : ''}</bdi>
        </span>
        <span class="chips">
          {row.open > 0 && <span class="chip orange">{counted(tag, texts.open, row.open)}</span>}
          <span class={`chip ${row.group === 'verified' ? 'green' : 'grey'}`}>{texts[row.group]}</span>
        </span>
      </div>
    </li>
  );
};

/** The list of contacts, with its search and filters. */
export const ContactList = ({ texts, tabs }: { texts: ContactTexts; tabs: ComponentChildren }) => {
  const staff = useStaff();
  const { tag, texts: inboxTexts } = useLanguage();
  const model = useContacts();
  const { listed, filter } = model;
  const [isImporting, setImporting] = useState(false);
  const isFiltered = Object.keys(filter.value).length > 0;
  const address = `${fillPath(exportContacts.path, { site: staff.membership.site })}?${new URLSearchParams(filter.value as Record<string, string>)}`;
  return (
    <Page
      name="contacts"
      title={texts.title}
      lead={texts.lead}
      head={
        <>
          {tabs}
          <Filters model={model} texts={texts} />
        </>
      }
    >
      {!listed && <p class="quiet">{inboxTexts.loading}</p>}
      {listed && (
        <div class="spread">
          <p class="quiet" role="status">
            {listed.isMore
              ? fill(texts.foundMore, { count: new Intl.NumberFormat(tag).format(listed.total) })
              : counted(tag, texts.found, listed.total)}
          </p>
          {isAtLeast(staff.membership.role, 'admin') && (
            <span class="row-of-buttons">
              <button
                type="button"
                class="link"
                aria-expanded={isImporting}
                onClick={() => setImporting(!isImporting)}
              >
                {texts.import}
              </button>
              {listed.total > 0 && (
                <a href={address} download>
                  {texts.export}
                </a>
              )}
            </span>
          )}
        </div>
      )}
      {isImporting && (
        <ImportContacts onImported={() => model.reload()} onClose={() => setImporting(false)} />
      )}
      {listed?.contacts.length === 0 && <p class="empty">{isFiltered ? texts.nobody : texts.nobodyYet}</p>}
      {listed && listed.contacts.length > 0 && (
        <ul class="contact-list">
          {listed.contacts.map((row) => (
            <Row key={row.id} row={row} texts={texts} />
          ))}
        </ul>
      )}
      {listed?.before && (
        <div class="row-of-buttons contact-more">
          <button type="button" onClick={() => void model.more()}>
            {texts.more}
          </button>
        </div>
      )}
    </Page>
  );
};
