import type { ServerFeature } from '../core/feature.ts';
import { movingCommands } from './cli.ts';

/** Conversations of other help desks, brought here. */
export const moving: ServerFeature = { name: 'moving', cli: movingCommands };
