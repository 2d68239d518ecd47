/** Where it is shown: on the panel's start, across the page, over it, or counted on the launcher and nothing more. */
export const announcementForms = ['card', 'banner', 'modal', 'badge'] as const;
export type AnnouncementForm = (typeof announcementForms)[number];

export const announcementCategories = ['new', 'improved', 'fixed', 'notice', 'incident'] as const;
export type AnnouncementCategory = (typeof announcementCategories)[number];

/** States of an incident, by how far its cause is known. */
export const incidentStates = ['investigating', 'identified', 'monitoring', 'resolved'] as const;
export type IncidentState = (typeof incidentStates)[number];

export const reactions = ['useful', 'neutral', 'unhappy'] as const;
export type Reaction = (typeof reactions)[number];

export type AnnouncementState = 'draft' | 'scheduled' | 'live' | 'over';
