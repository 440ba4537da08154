import type { Photo } from '../../records/photo/picture-type.ts';

/** Where the pictures are kept that records name. The plugin asks for one; the app's keeps them in IndexedDB. */
export interface PhotoKeeper {
  /** The picture that a record's text stands for (a reference or a data URL); null when there is none to be had. */
  read(text: string): Promise<Photo | null>;
  /** Keeps a picture; answers the text for the record, or a sentence that says why not. */
  keep(photo: Photo): Promise<Kept>;
}

export type Kept = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly what: string };
