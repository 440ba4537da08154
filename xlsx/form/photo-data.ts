import { dataUrlBytes } from '../../records/photo/photo-text.ts';
import { type Photo, photoType } from '../../records/photo/picture-type.ts';

/**
 * The picture that a record's text holds as a data URL (`data:image/jpeg;base64,…`). A text that holds none gives a
 * photo without a picture's bytes, which the export names instead of passing it over.
 */
export function photoOf(text: string): Photo {
  const bytes = dataUrlBytes(text);
  return { bytes, type: photoType(bytes) ?? 'image/jpeg' };
}
