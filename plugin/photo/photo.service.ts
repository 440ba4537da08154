import { INLINE_PHOTOS } from './inline-photos.ts';
import type { PhotoKeeper } from './photo-keeper.ts';

interface Place {
  readonly keeper: PhotoKeeper;
  readonly readOnly: boolean;
}

const INLINE: Place = { keeper: INLINE_PHOTOS, readOnly: false };

/** Where each open workbook's pictures are kept. The host says so; without, they stay in the records. */
export class PhotoService {
  private readonly places = new Map<string, Place>();

  /** Keeps a workbook's pictures there from now on, until the answered function is called. */
  use(unitId: string, keeper: PhotoKeeper): () => void {
    this.places.set(unitId, { keeper, readOnly: this.isReadOnly(unitId) });
    return () => this.places.delete(unitId);
  }

  /** Whether pictures may be put in and taken out. */
  setReadOnly(unitId: string, readOnly: boolean): void {
    this.places.set(unitId, { keeper: this.keeper(unitId), readOnly });
  }

  keeper(unitId: string): PhotoKeeper {
    return (this.places.get(unitId) ?? INLINE).keeper;
  }

  isReadOnly(unitId: string): boolean {
    return (this.places.get(unitId) ?? INLINE).readOnly;
  }
}
