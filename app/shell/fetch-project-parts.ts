export type ProjectParts = typeof import('./project-parts.ts');

/** Fetches what an open project needs, once. @throws Error when the page's files cannot be had */
export const fetchProjectParts = (): Promise<ProjectParts> => import('./project-parts.ts');
