/** Marks the program's own writes in a mutation's options, so that they are not taken for a clerk's. */
export const OWN_WRITE = { onlyLocal: true, fromMingce: true } as const;

/** The same for looks that a clerk brought: they are to be kept with the stored layout. */
export const LOOKS_WRITE = { ...OWN_WRITE, keepsLayout: true } as const;
