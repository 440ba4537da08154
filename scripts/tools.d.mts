export function onPath(...names: string[]): string | null;
export function findChromium(): Promise<string | null>;
export function findPython(): string | null;
export function installTools(): Promise<void>;
