import type { StateCommand } from '@codemirror/state';
import type { ArticleTexts } from '../texts.ts';
import { insertBlock, insertLink, startLinesWith, wrapIn } from './markdown.ts';

/** Something that the toolbar does. */
export interface Action {
  name: keyof ArticleTexts;
  /** On a 20 pixel grid, in strokes. */
  icon: string;
  /** As CodeMirror names it. */
  key?: string;
  run: StateCommand;
}

const callout = (kind: 'note' | 'tip' | 'warning', texts: ArticleTexts): StateCommand =>
  insertBlock(`> [!${kind.toUpperCase()}]\n> ${texts.sampleText}`, texts.sampleText);

const table = ({ sampleColumn: column }: ArticleTexts): string =>
  `| ${column} 1 | ${column} 2 |\n| --- | --- |\n|  |  |`;

/** The toolbar's actions in their order; pictures, which need a file, come between by name. */
export const actionsIn = (texts: ArticleTexts): readonly Action[] => [
  {
    name: 'bold',
    icon: 'M6 4h5a3 3 0 0 1 0 6H6Zm0 6h6a3 3 0 0 1 0 6H6Z',
    key: 'Mod-b',
    run: wrapIn('**', texts.sampleText),
  },
  { name: 'italic', icon: 'M9 4h6M5 16h6M12 4 8 16', key: 'Mod-i', run: wrapIn('*', texts.sampleText) },
  { name: 'heading', icon: 'M5 4v12M15 4v12M5 10h10', key: 'Mod-Alt-2', run: startLinesWith('## ') },
  {
    name: 'list',
    icon: 'M8 5h9M8 10h9M8 15h9M3.5 5v.01M3.5 10v.01M3.5 15v.01',
    key: 'Mod-Shift-8',
    run: startLinesWith('- '),
  },
  {
    name: 'link',
    icon: 'M8.5 11.5a3 3 0 0 0 4.2 0l2.6-2.6a3 3 0 0 0-4.2-4.2l-.9.9M11.5 8.5a3 3 0 0 0-4.2 0l-2.6 2.6a3 3 0 0 0 4.2 4.2l.9-.9',
    key: 'Mod-k',
    run: insertLink(texts.sampleText),
  },
  { name: 'code', icon: 'M7 6l-4 4 4 4M13 6l4 4-4 4', key: 'Mod-e', run: wrapIn('`', texts.sampleText) },
  {
    name: 'table',
    icon: 'M3 5h14v11H3Zm0 4h14M10 5v11',
    run: insertBlock(table(texts), `${texts.sampleColumn} 1`),
  },
  {
    name: 'collapsible',
    icon: 'M4 6l3 3 3-3M12 7h5M4 12h13M4 16h9',
    run: insertBlock(`::: details ${texts.sampleSummary}\n${texts.sampleText}\n:::`, texts.sampleSummary),
  },
  {
    name: 'video',
    icon: 'M3 5h14v10H3Zm5.500 2.500v5l4-2.500Z',
    run: insertBlock(`[${texts.sampleVideo}](https://youtu.be/)`, 'https://youtu.be/'),
  },
  {
    name: 'note',
    icon: 'M17 10a7 7 0 1 1-14 0 7 7 0 0 1 14 0ZM10 9v4m0-6.5v.01',
    run: callout('note', texts),
  },
  {
    name: 'tip',
    icon: 'M8 16h4M7 12a4.5 4.5 0 1 1 6 0c-.7.6-1 1.200-1 2H8c0-.8-.3-1.400-1-2Z',
    run: callout('tip', texts),
  },
  { name: 'warning', icon: 'M10 3.5 17.500 16h-15ZM10 8v4m0 2v.01', run: callout('warning', texts) },
];

/** A key as people read it: `Ctrl + Alt + 2`. */
export const keyName = (key: string): string => {
  const isApple = /Mac|iP(?:hone|ad)/.test(navigator.platform);
  const names: Record<string, string> = isApple ? { Mod: '⌘', Alt: '⌥', Shift: '⇧' } : { Mod: 'Ctrl' };
  return key
    .split('-')
    .map((part) => names[part] ?? part.toUpperCase().replace('ALT', 'Alt').replace('SHIFT', 'Shift'))
    .join(isApple ? '' : ' + ');
};
