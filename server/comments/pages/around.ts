import type { PageCall } from '../../core/pages/pages.tsx';

/** What comments are rendered with, whoever asks: a request, or a command that bakes a site. */
export type Around = Pick<PageCall, 'ctx' | 'site' | 'language'>;
