import type { Browser } from '@playwright/test';

export function onPath(...names: string[]): string | null;
export const CHROMIUM_ARGS: string[];
export function launchChromium(...args: string[]): Promise<Browser>;
export function chromiumPath(): Promise<string>;
export function findChromium(): Promise<string | null>;
export function findPython(): string | null;
export function installTools(): Promise<void>;
