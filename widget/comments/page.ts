import { type Signal, signal } from '@preact/signals';
import type { Comment } from '../../shared/comments/schema.ts';
import type { ComponentChild } from 'preact';
import type { Host } from '../core/host.ts';
import { type Call, createCall } from '../core/net/client.ts';
import { createSession, type Session } from '../core/net/session.ts';

/** The name of a page: its address, and the owner's own name for it, if any. */
export interface PageName {
  url: string;
  page?: string;
}

/** A member of staff who moderates on the page: what they see beside what everybody does. */
export interface Moderating {
  bar(): ComponentChild;
  actions(comment: Comment): ComponentChild;
}

/** The page whose comments an element shows, and how to call about it. */
export interface CommentPage {
  host: Host;
  element: HTMLElement;
  /** Aborted when the comments leave the page: whatever listens or waits ends with it. */
  ends: AbortSignal;
  /** Shows the comments of the page that this has become. */
  renew(): void;
  /** Names the page to the server. */
  of: PageName;
  session: Session;
  /** Anonymous calls. */
  call: Call;
  /** Calls with headers of their own. */
  callWith(headers: () => Record<string, string>): Call;
  /** Null for visitors. */
  staff: Signal<Moderating | null>;
}

const pathOf = (url: string): string => new URL(url).pathname;

/**
 * The page's canonical address; undefined where it went on to another without being loaded, and left the first one's
 * link.
 */
const canonical = (): string | undefined => {
  const link = document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href;
  const first = performance.getEntriesByType('navigation')[0]?.name;
  return link && first && pathOf(link) === pathOf(first) && pathOf(first) !== location.pathname
    ? undefined
    : link;
};

/** The name that an element and the page around it have now. */
export const pageName = (element: HTMLElement): PageName => {
  const page = element.getAttribute('page-id');
  const url = element.getAttribute('page-url') ?? canonical() ?? document.URL.replace(/#.*/s, '');
  return { url, ...(page && { page }) };
};

export const commentPage = (
  host: Host,
  element: HTMLElement,
  ends: AbortSignal,
  renew: () => void,
): CommentPage => {
  const callWith = (headers: () => Record<string, string>): Call =>
    createCall(host.base, headers, { site: host.site });
  return {
    host,
    element,
    ends,
    renew,
    of: pageName(element),
    session: createSession(host.base, host.site),
    call: callWith(() => ({})),
    callWith,
    staff: signal(null),
  };
};

/** Tells the server who the page says its visitor is, before anything is read or written as them. */
export const introduceVisitor = async ({ host, session }: CommentPage): Promise<void> => {
  if (!host.identity) return;
  const { introduce } = await import('../core/conversations/introduce.ts');
  await introduce({ session, site: host.site, language: host.language }, host.identity);
};
