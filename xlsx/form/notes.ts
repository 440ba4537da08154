/** What could not be done with a form, or only in part. The words are in `xlsx/form/locale/zh-CN.ts`. */
export type FormNoteCode =
  /** The bytes are neither JPEG nor PNG. */
  | 'photo.notPicture'
  /** The record names a photo that is not there (any more). */
  | 'photo.missing'
  /** Read back: larger than any photo of a face needs to be. */
  | 'photo.tooLarge'
  /** The template has no picture over the photo's area. */
  | 'photo.noFrame'
  /** The text needs a row higher than any program shows. */
  | 'text.cut'
  /** At the smallest scale the rows still need more pages than the template has. */
  | 'page.over'
  /** A fifth quarter, or none. */
  | 'quarter.unknown'
  /** Read back: a text that belongs to no label. */
  | 'section.unread'
  /** Read back: sections on a sheet of their own, and nothing says whose they are. */
  | 'page.owner';

export interface FormNote {
  readonly code: FormNoteCode;
  readonly sheet: string;
  /** `B3` */
  readonly cell?: string;
  /** What stands or should have stood there. */
  readonly value?: string;
}
