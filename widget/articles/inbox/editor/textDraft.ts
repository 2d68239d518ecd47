import { type Signal, signal } from '@preact/signals';
import * as contract from '../../../../shared/articles/routes.ts';
import type { StaffArticle, StaffText } from '../../../../shared/articles/schema.ts';
import { newId } from '../../../../shared/core/ids.ts';
import { asCallError, type CallError } from '../../../core/net/client.ts';
import type { StaffContext } from '../../../core/staff/context.ts';
import { createKeeper, type Keeper, type KeptDraft } from './keptDraft.ts';

/** A pause in typing after which it is saved, and one before another try; milliseconds. */
const typingPause = 800;
const retryPause = 5_000;

/** The state of saving, as the writer is told. `waiting`: the server can't be reached; `refused`: it says no. */
export type SavingState = 'saved' | 'unsaved' | 'saving' | 'waiting' | 'refused' | 'conflict';

interface Words {
  title: string;
  body: string;
}

interface Given {
  staff: StaffContext;
  article: string;
  language: string;
  stored: StaffText | undefined;
  /** Makes the article where it isn't there yet. */
  prepare(): Promise<void>;
  onArticle(article: StaffArticle): void;
}

const isSame = (one: Words, other: Words): boolean => one.title === other.title && one.body === other.body;

/** One language of an article while it is written: saved by itself, and never lost. */
export class TextDraft {
  readonly language: string;
  readonly words: Signal<Words>;
  readonly state = signal<SavingState>('saved');
  /** Why it was refused. */
  readonly failure = signal<CallError | null>(null);
  /** The saved text, while it is another's. */
  readonly theirs = signal<StaffText | null>(null);
  id: string;
  revision: number;
  readonly #given: Given;
  readonly #keeper: Keeper;
  #saved: Words;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #queue: Promise<boolean> = Promise.resolve(true);
  #isForgotten = false;

  constructor(given: Given) {
    const { stored } = given;
    this.#given = given;
    this.#keeper = createKeeper(given.staff.membership.site, given.article, given.language);
    const kept = this.#keeper.read();
    this.language = given.language;
    this.id = stored?.id ?? kept?.id ?? newId();
    this.revision = stored?.revision ?? 0;
    this.#saved = { title: stored?.title ?? '', body: stored?.body ?? '' };
    this.words = signal(this.#saved);
    if (kept) this.#takeUp(kept);
  }

  write(change: Partial<Words>): void {
    this.words.value = { ...this.words.value, ...change };
    this.#keeper.keep({ id: this.id, revision: this.revision, ...this.words.value });
    if (this.state.value === 'conflict') return;
    this.state.value = 'unsaved';
    this.#plan(typingPause);
  }

  /** Saves what isn't saved, one after the other. @returns whether everything is */
  flush(): Promise<boolean> {
    clearTimeout(this.#timer);
    this.#queue = this.#queue.then(() => this.#save());
    return this.#queue;
  }

  /** Hears what the server has. */
  meet(stored: StaffText): void {
    if (stored.revision === this.revision && stored.id === this.id) return;
    const own = this.words.value;
    const isUntouched = isSame(own, this.#saved);
    // The same text is an answer of ours that got lost on its way.
    if (!isUntouched && !isSame(own, stored)) {
      clearTimeout(this.#timer);
      this.theirs.value = stored;
      this.state.value = 'conflict';
      return;
    }
    this.#adopt(stored);
    this.words.value = this.#saved;
    this.#settle();
  }

  takeTheirs(): void {
    const stored = this.theirs.value;
    if (!stored) return;
    this.#adopt(stored);
    this.theirs.value = null;
    this.words.value = this.#saved;
    this.#settle();
  }

  keepMine(): void {
    const stored = this.theirs.value;
    if (!stored) return;
    this.#adopt(stored);
    this.theirs.value = null;
    this.state.value = 'unsaved';
    void this.flush();
  }

  /** Nothing of it is wanted any more. */
  forget(): void {
    this.#isForgotten = true;
    clearTimeout(this.#timer);
    this.#keeper.drop();
  }

  /** Takes up a draft that was typed here before, and never saved. */
  #takeUp(kept: KeptDraft): void {
    const { stored } = this.#given;
    if (isSame(kept, this.#saved)) {
      this.#keeper.drop();
      return;
    }
    this.words.value = { title: kept.title, body: kept.body };
    if (stored && kept.revision !== stored.revision) {
      this.theirs.value = stored;
      this.state.value = 'conflict';
      return;
    }
    this.state.value = 'unsaved';
    this.#plan(0);
  }

  #plan(pause: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), pause);
  }

  #adopt(stored: StaffText): void {
    this.id = stored.id;
    this.revision = stored.revision;
    this.#saved = { title: stored.title, body: stored.body };
  }

  #settle(): void {
    if (isSame(this.words.value, this.#saved)) {
      this.state.value = 'saved';
      this.#keeper.drop();
      return;
    }
    // On what is stored now: another tab's draft of it is no conflict.
    this.#keeper.keep({ id: this.id, revision: this.revision, ...this.words.value });
    this.state.value = 'unsaved';
    this.#plan(typingPause);
  }

  async #save(): Promise<boolean> {
    const { staff, article, onArticle, prepare } = this.#given;
    if (this.#isForgotten) return true;
    if (this.state.value === 'conflict') return false;
    const sent = this.words.value;
    if (isSame(sent, this.#saved)) return true;
    this.state.value = 'saving';
    try {
      await prepare();
      const reply = await staff.call(contract.putArticleText, {
        path: { article, text: this.id },
        body: { language: this.language, revision: this.revision, ...sent },
      });
      const stored = reply.article.texts[this.language];
      // As it was sent: the server may store it without the spaces at its end, and nothing is left to be saved then.
      if (stored) this.#adopt({ ...stored, ...sent });
      this.failure.value = null;
      onArticle(reply.article);
      this.#settle();
      return isSame(this.words.value, this.#saved);
    } catch (error) {
      await this.#refuse(asCallError(error));
      return false;
    }
  }

  async #refuse(error: CallError): Promise<void> {
    const { staff, article, onArticle } = this.#given;
    if (error.code === 'conflict') {
      const found = await staff.call(contract.getArticle, { path: { article } }).catch(() => null);
      const stored = found?.article.texts[this.language];
      if (found && stored) {
        onArticle(found.article);
        return this.meet(stored);
      }
    }
    this.failure.value = error;
    const isPassing = error.passes || error.code === 'conflict';
    this.state.value = isPassing ? 'waiting' : 'refused';
    if (isPassing) this.#plan(retryPause);
  }
}
