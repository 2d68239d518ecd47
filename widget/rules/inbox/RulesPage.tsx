import { useEffect, useState } from 'preact/hooks';
import type { RuleList as List } from '../../../shared/rules/schema.ts';
import { useStaff } from '../../core/staff/context.ts';
import { Page, Tabs } from '../../core/staff/editing/Page.tsx';
import '../../core/staff/editing/styles.ts';
import { useFeatureTexts } from '../../core/staff/texts.ts';
import { MacroList } from './MacroList.tsx';
import { RuleList } from './RuleList.tsx';
import { createRules, type RulesModel } from './rulesModel.ts';
import './styles.ts';
import { type RuleTexts, texts as loaders } from './texts.ts';
import { useWords } from './useWords.ts';

const Parts = ({ list, model, texts }: { list: List; model: RulesModel; texts: RuleTexts }) => {
  const words = useWords(texts, list.choices);
  const [tab, setTab] = useState<'rules' | 'macros'>('rules');
  const macros = model.macros.value;
  return (
    <Page
      name="rules"
      title={texts.title}
      lead={texts.lead}
      head={
        <Tabs
          tabs={['rules', 'macros'] as const}
          names={{ rules: texts.tab_rules, macros: texts.tab_macros }}
          shown={tab}
          onShow={(next) => setTab(next)}
        />
      }
    >
      {tab === 'rules' ? (
        <RuleList list={list} model={model} words={words} />
      ) : (
        macros && <MacroList macros={macros} model={model} words={words} />
      )}
    </Page>
  );
};

/** Rules and macros, for those who set the site up. */
export const RulesPage = () => {
  const staff = useStaff();
  const texts = useFeatureTexts(loaders);
  const [model] = useState(() => createRules(staff));
  useEffect(() => void model.load(), []);
  const list = model.list.value;
  return texts && list && <Parts list={list} model={model} texts={texts} />;
};
