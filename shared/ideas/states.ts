/** Where an idea is on its way; `declined` says why. */
export const ideaStatuses = ['new', 'planned', 'started', 'done', 'declined'] as const;
export type IdeaStatus = (typeof ideaStatuses)[number];

/** Whether everybody reads an idea: it waits for the team, is public, or was hidden. */
export const ideaStates = ['waiting', 'public', 'hidden'] as const;
export type IdeaState = (typeof ideaStates)[number];

/** Orders of a list of ideas. */
export const ideaOrders = ['top', 'new'] as const;
export type IdeaOrder = (typeof ideaOrders)[number];

/** Columns of the roadmap, in their order. */
export const roadmapStatuses = ['planned', 'started', 'done'] as const satisfies readonly IdeaStatus[];

/** Whether a site has ideas, and when they are public: each once the team published it, or those of trusted people at once. */
export const ideaModes = ['off', 'approve', 'trusted'] as const;
export type IdeaMode = (typeof ideaModes)[number];
