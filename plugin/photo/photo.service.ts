import { INLINE_PHOTOS } from './inline-photos.ts';
import type { PhotoKeeper } from './photo-keeper.ts';

/** Where each open workbook's pictures are kept. The host says so; without, they stay in the records. */
export class PhotoService {
  private readonly places = new Map<string, PhotoKeeper>();

  /** Keeps a workbook's pictures there from now on, until the answered function is called. */
  use(unitId: string, keeper: PhotoKeeper): () => void {
    this.places.set(unitId, keeper);
    return () => this.places.delete(unitId);
  }

  keeper(unitId: string): PhotoKeeper {
    return this.places.get(unitId) ?? INLINE_PHOTOS;
  }
}
