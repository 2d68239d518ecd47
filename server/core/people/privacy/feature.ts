import type { ServerFeature } from '../../feature.ts';
import { personalLinks } from '../links/queries.ts';
import { mergeLinks } from '../links/writes.ts';
import { personalConversations, personalMessages } from '../../conversations/queries/personalData.ts';
import { personalPeople } from '../../conversations/queries/personalPeople.ts';
import { eraseJob } from './erase.ts';
import { personalAsides, personalFiles, personalMails, personalProfile } from './queries/coreData.ts';
import { mountPersonalData } from './routes.ts';
import { eraseJobKind } from './writes/erasures.ts';

/**
 * Personal data in core, and its export and erasure for all features. In this order: conversations lead to the rest.
 */
export const privacy: ServerFeature = {
  name: 'privacy',
  mount: mountPersonalData,
  jobs: { [eraseJobKind]: eraseJob },
  accountMergers: [mergeLinks],
  personalData: [
    personalFiles,
    personalMails,
    personalAsides,
    personalMessages,
    personalPeople,
    personalConversations,
    personalLinks,
    personalProfile,
  ],
};
