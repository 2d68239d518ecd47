import type { Host } from '../core/host.ts';
import { type Call, createCall } from '../core/net/client.ts';
import { createSession, type Session } from '../core/net/session.ts';

/** The page whose comments an element shows, and how to call about it. */
export interface CommentPage {
  host: Host;
  element: HTMLElement;
  /** Aborted when the comments leave the page: whatever listens or waits ends with it. */
  ends: AbortSignal;
  /** Names the page to the server. */
  of: { url: string; page?: string };
  session: Session;
  /** Anonymous calls. */
  call: Call;
}

export const commentPage = (host: Host, element: HTMLElement, ends: AbortSignal): CommentPage => {
  const page = element.getAttribute('page-id');
  const url =
    element.getAttribute('page-url') ??
    document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href ??
    location.href.replace(/#.*/s, '');
  return {
    host,
    element,
    ends,
    of: { url, ...(page && { page }) },
    session: createSession(host.base, host.site),
    call: createCall(host.base, () => ({}), { site: host.site }),
  };
};

/** Tells the server who the page says its visitor is, before anything is read or written as them. */
export const introduceVisitor = async ({ host, session }: CommentPage): Promise<void> => {
  if (!host.identity) return;
  const { introduce } = await import('../core/conversations/introduce.ts');
  await introduce({ session, site: host.site, language: host.language }, host.identity);
};
