export function buildPrograms(folder?: string): Promise<void>;
