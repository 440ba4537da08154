import { type ProjectJson, projectSchema } from '../../records/types.ts';

/** The sample of 60 people. @throws Error when the page was served without it. */
export async function fetchSample(): Promise<ProjectJson> {
  const response = await fetch('samples/village-reserve-cadres.json');
  if (!response.ok) throw new Error(`${response.status} sample`);
  return projectSchema.parse(await response.json());
}
