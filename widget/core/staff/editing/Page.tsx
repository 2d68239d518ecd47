import type { ComponentChildren } from 'preact';
import { useLanguage } from '../context.ts';
import { go } from '../router.ts';

/** A page of the team beside the lists: its name, what it is for, and its tabs or first deeds. */
export const Page = ({
  name,
  title,
  lead,
  head,
  children,
}: {
  /** Names it within the document. */
  name: string;
  title: string;
  lead?: string;
  head: ComponentChildren;
  children: ComponentChildren;
}) => {
  const { texts } = useLanguage();
  return (
    <section class="desk-page" aria-labelledby={`${name}-title`}>
      <header>
        <button type="button" class="only-narrow" onClick={() => go('/inbox')}>
          {texts.inbox}
        </button>
        <h2 id={`${name}-title`}>{title}</h2>
        {lead && <p class="quiet">{lead}</p>}
        {head}
      </header>
      {children}
    </section>
  );
};

export const Tabs = <Tab extends string>({
  tabs,
  names,
  shown,
  onShow,
}: {
  tabs: readonly Tab[];
  names: Readonly<Record<Tab, string>>;
  shown: Tab;
  onShow(tab: Tab): void;
}) => (
  <div class="row-of-buttons">
    {tabs.map((tab) => (
      <button key={tab} type="button" aria-pressed={shown === tab} onClick={() => onShow(tab)}>
        {names[tab]}
      </button>
    ))}
  </div>
);

/** One of a list: its name and state, what came of it, and its editor once it is opened. */
export const Card = ({
  title,
  state,
  isGood,
  edit,
  editor,
  onToggle,
  children,
}: {
  title: string | undefined;
  state: string;
  isGood: boolean;
  edit: string;
  /** Null while it is closed. */
  editor: ComponentChildren | null;
  onToggle(): void;
  children: ComponentChildren;
}) => (
  <li>
    <div class="spread">
      <h3 dir="auto">{title}</h3>
      <span class={`chip ${isGood ? 'green' : 'grey'}`}>{state}</span>
    </div>
    {children}
    <div class="row-of-buttons">
      <button type="button" aria-expanded={editor !== null} onClick={onToggle}>
        {edit}
      </button>
    </div>
    {editor}
  </li>
);

/** Numbers with their names. */
export const Counts = ({ rows }: { rows: readonly (readonly [name: string, value: number | string])[] }) => {
  const { tag } = useLanguage();
  const number = new Intl.NumberFormat(tag);
  return (
    <dl>
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{typeof value === 'number' ? number.format(value) : value}</dd>
        </div>
      ))}
    </dl>
  );
};
