import type { ComponentChildren } from 'preact';

export interface Choice {
  id: string;
  name: string;
  /** Said beside it: the key that does the same, the time that is meant. */
  hint?: string;
  mark?: ComponentChildren;
  isOn?: boolean;
  /** Stays open, to choose another. */
  isToggle?: boolean;
  run(): void;
}

/** Makes what was typed and is not there. */
export interface Maker {
  name(typed: string): string;
  run(typed: string): void;
}

const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** True when every word that was typed begins a word of the name. */
const fits = (name: string, typed: string): boolean => {
  const words = fold(name).split(/[\s/–-]+/);
  return fold(typed)
    .split(/\s+/)
    .every((part) => words.some((word) => word.startsWith(part)));
};

/** The choices that fit what was typed; last, where it can be made, what is not among them. */
export const fittingChoices = (
  choices: readonly Choice[],
  typed: string,
  make: Maker | undefined,
): Choice[] => {
  const shown = choices.filter(({ name }) => !typed || fits(name, typed));
  if (make && typed && !choices.some(({ name }) => fold(name) === fold(typed)))
    shown.push({ id: 'make', name: make.name(typed), run: () => make.run(typed) });
  return shown;
};
