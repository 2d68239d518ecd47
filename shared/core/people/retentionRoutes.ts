import type { z } from 'zod';
import { route } from '../route.ts';
import type * as processing from './processingSchema.ts';
import type * as schema from './retentionSchema.ts';

/** Previews what would go now, by the saved settings. Nothing is changed. */
export const previewRetention = route<undefined, schema.RetentionPreview>(
  'GET',
  '/api/inbox/:site/retention',
);

/** The last runs, the newest first. */
export const listRetentionRuns = route<undefined, z.infer<typeof schema.retentionRuns>>(
  'GET',
  '/api/inbox/:site/retention/runs',
);

/** Runs now what runs every day. Can't be undone. Answers at once; a job does it. */
export const runRetention = route<undefined, z.infer<typeof schema.retentionRunReply>>(
  'POST',
  '/api/inbox/:site/retention/runs',
);

/** The data-processing document, for the owner's register. */
export const getProcessing = route<
  undefined,
  processing.ProcessingDocument,
  z.infer<typeof processing.processingQuery>
>('GET', '/api/inbox/:site/data-processing');
