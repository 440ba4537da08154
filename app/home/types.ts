/** A stored project as the first screen lists it. */
export interface HomeProject {
  readonly id: string;
  readonly unit: string;
  readonly county: string;
  /** People in force; null when it cannot be read. */
  readonly people: number | null;
  readonly savedAt: Date | null;
  /** `damaged`: its own row no longer parses. `elsewhere`: open in another tab. */
  readonly state: 'ok' | 'damaged' | 'elsewhere';
}

/** What the page does for the first screen. Promises that reject are a mistake; failures are shown by the page itself. */
export interface HomeActions {
  readonly onNew: () => void;
  readonly onOpenFiles: (files: readonly File[]) => void;
  readonly onSample: () => void;
  readonly onOpen: (id: string) => void;
  /** Saves the 数据文件; answers whether it was handed to the browser. */
  readonly onSaveData: (id: string) => Promise<boolean>;
  readonly onRemove: (id: string) => Promise<void>;
}
