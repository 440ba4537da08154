/** Marks the program's own writes in a mutation's options, so that they are not taken for a clerk's. */
export const OWN_WRITE = { onlyLocal: true, fromMingce: true } as const;
