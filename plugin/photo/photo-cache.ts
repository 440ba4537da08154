import type { PhotoKeeper } from './photo-keeper.ts';

/** Photos kept decoded at most; each takes a megabyte. */
const MOST = 48;

/** `loading`: asked for; `missing`: the record names one that is not there or cannot be shown. */
export type Shown = ImageBitmap | 'loading' | 'missing';

/** Decoded photos by the text that names them, for drawing. */
export class PhotoCache {
  /** In the order of last use. */
  private readonly shown = new Map<string, Shown>();

  /** @param onLoaded a photo that was asked for can be drawn now, or turned out missing */
  constructor(private readonly onLoaded: () => void) {}

  /** What is to be drawn for the text now. */
  get(keeper: PhotoKeeper, text: string): Shown {
    const known = this.shown.get(text);
    if (known !== undefined) {
      this.shown.delete(text);
      this.shown.set(text, known);
      return known;
    }
    this.shown.set(text, 'loading');
    void this.load(keeper, text);
    return 'loading';
  }

  private async load(keeper: PhotoKeeper, text: string): Promise<void> {
    let loaded: Shown = 'missing';
    try {
      const photo = await keeper.read(text);
      if (photo) loaded = await createImageBitmap(new Blob([new Uint8Array(photo.bytes)], { type: photo.type }));
    } catch {
      // Bytes that no longer decode: shown as missing.
    }
    if (!this.shown.has(text)) {
      release(loaded);
      return;
    }
    this.shown.set(text, loaded);
    for (const [oldest, value] of this.shown) {
      if (this.shown.size <= MOST) break;
      this.shown.delete(oldest);
      release(value);
    }
    this.onLoaded();
  }

  /** Forgets those that were missing, so that they are looked for again. */
  retry(): void {
    for (const [text, value] of this.shown) if (value === 'missing') this.shown.delete(text);
  }

  dispose(): void {
    for (const value of this.shown.values()) release(value);
    this.shown.clear();
  }
}

function release(value: Shown): void {
  if (typeof value === 'object') value.close();
}
