export function buildPrograms(folder?: string, input?: Readonly<Record<string, string>>): Promise<void>;
