export const ROOT: string;
export const BUILT: string;
export function fingerprint(): string;
export function builtProgram(name: 'main' | 'check.worker', folder?: string): string | undefined;
