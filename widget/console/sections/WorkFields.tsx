import { useEffect, useState } from 'preact/hooks';
import { listWork, putWork } from '../../../shared/inbox/routes.ts';
import type { Work } from '../../../shared/inbox/schema.ts';
import { useConsole, useTexts } from '../context.ts';
import { PersonWork } from './PersonWork.tsx';

/** Everybody's work: who takes conversations, and how many; saved person by person when it is changed. */
export const WorkFields = (given: { languages: readonly string[]; nameOf(tag: string): string }) => {
  const { languages, nameOf } = given;
  const model = useConsole();
  const { texts } = useTexts();
  const [people, setPeople] = useState<readonly Work[] | null>(null);
  const load = async (): Promise<void> => {
    const reply = await model.attempt(model.call(listWork, {}));
    if (reply) setPeople(reply.people);
  };
  useEffect(() => void load(), [model]);
  const change = async (work: Work): Promise<void> => {
    setPeople((all) => all?.map((one) => (one.id === work.id ? work : one)) ?? null);
    const { id, capacity, languages: spoken } = work;
    const path = { person: id };
    // What was refused is said, and shown as it is.
    if (!(await model.attempt(model.call(putWork, { path, body: { capacity, languages: spoken } }))))
      await load();
  };
  return (
    <>
      <h3>{texts.whoTakes}</h3>
      <p class="quiet">{texts.whoTakesHint}</p>
      {people === null ? (
        <p class="quiet">{texts.loading}</p>
      ) : (
        <ul class="plain-list">
          {people.map((person) => (
            <PersonWork key={person.id} person={person} languages={languages} nameOf={nameOf} set={change} />
          ))}
        </ul>
      )}
    </>
  );
};
