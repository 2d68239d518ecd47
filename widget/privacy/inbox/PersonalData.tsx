import { useState } from 'preact/hooks';
import type { PersonFound } from '../../../shared/core/people/personalData.ts';
import { findPeople } from '../../../shared/core/people/personalDataRoutes.ts';
import { useLanguage, useStaff } from '../../core/staff/context.ts';
import { Page } from '../../core/staff/editing/Page.tsx';
import '../../core/staff/editing/styles.ts';
import { ago } from '../../core/staff/i18n.ts';
import { useFeatureTexts } from '../../core/staff/texts.ts';
import { chosen } from './chosen.ts';
import { Erasures } from './Erasures.tsx';
import { Person } from './Person.tsx';
import { type StaffTexts, texts as staffTexts } from './texts.ts';

const Found = ({ people, search, texts }: { people: PersonFound[]; search: string; texts: StaffTexts }) => {
  const staff = useStaff();
  const { tag } = useLanguage();
  const isAddress = search.includes('@');
  return (
    <>
      {people.length === 0 && <p class="empty">{texts.nobody}</p>}
      <ul class="cards">
        {people.map(({ id, name, email, seenAt }) => (
          <li key={id}>
            <button type="button" class="link" dir="auto" onClick={() => (chosen.value = id)}>
              {name || email || texts.anonymous}
            </button>
            <span class="quiet">
              {name && email && (
                <>
                  <bdi>{email}</bdi> ·{' '}
                </>
              )}
              {texts.lastSeen} {ago(tag, seenAt, staff.now.value)}
            </span>
          </li>
        ))}
        {isAddress && (
          <li>
            <button type="button" class="link" dir="auto" onClick={() => (chosen.value = search)}>
              {search}
            </button>
            <span class="quiet">{texts.everythingOfAddress}</span>
          </li>
        )}
      </ul>
    </>
  );
};

/** People's data: one is looked for, seen, exported and erased. */
export const PersonalData = () => {
  const staff = useStaff();
  const texts = useFeatureTexts(staffTexts);
  const [search, setSearch] = useState('');
  const [found, setFound] = useState<{ search: string; people: PersonFound[] } | null>(null);
  const [round, setRound] = useState(0);
  if (!texts) return null;
  const who = chosen.value;
  const look = async (event: Event): Promise<void> => {
    event.preventDefault();
    const wanted = search.trim();
    if (!wanted) return;
    const reply = await staff.attempt(staff.call(findPeople, { query: { search: wanted } }));
    if (!reply) return;
    chosen.value = null;
    setFound({ search: wanted, people: reply.people });
  };
  const afterErasing = (): void => {
    chosen.value = null;
    setFound(null);
    setSearch('');
    setRound((before) => before + 1);
  };
  return (
    <Page
      name="personal-data"
      title={texts.title}
      lead={texts.lead}
      head={
        <form class="row-of-buttons" role="search" onSubmit={(event) => void look(event)}>
          <input
            type="search"
            dir="auto"
            aria-label={texts.search}
            placeholder={texts.search}
            value={search}
            onInput={(event) => setSearch(event.currentTarget.value)}
          />
          <button type="submit">{texts.find}</button>
        </form>
      }
    >
      {who !== null ? (
        <Person who={who} texts={texts} onErased={afterErasing} />
      ) : (
        found && <Found {...found} texts={texts} />
      )}
      <Erasures round={round} texts={texts} />
    </Page>
  );
};
