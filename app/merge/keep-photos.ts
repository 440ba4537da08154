import { refusalSentence } from '../../plugin/photo/locale.zh-CN.ts';
import type { PhotoKeeper } from '../../plugin/photo/photo-keeper.ts';
import { receivePhoto } from '../../plugin/photo/receive-photo.ts';
import { dataUrlBytes, photoDataUrl } from '../../records/photo/photo-text.ts';
import { photoType } from '../../records/photo/picture-type.ts';
import type { CheckedRecord, CheckedSheet, PlacedIssue } from '../../xlsx/recognise/check-workbook.ts';
import type { ReadAnswer } from './read-protocol.ts';

export interface PhotoPlaces {
  readonly photos: PhotoKeeper;
  /** Width to height of an entity's photo field. */
  readonly ratio: (entity: string, field: string) => number;
  /** Gets each photo as a data URL by the text that its record names it by. */
  readonly pictures: Map<string, string>;
  readonly signal: AbortSignal;
}

/**
 * Makes the photos of read forms what the page's own are and keeps them where the project keeps those, so that records
 * name them alike. One that cannot be read becomes an issue at its cell (`photo.broken` and the like), and its record
 * says nothing of a photo. What is not merged in the end is swept when the project is opened next. `null`: cancelled.
 */
export async function keepPhotos(
  answers: readonly ReadAnswer[],
  places: PhotoPlaces,
): Promise<readonly ReadAnswer[] | null> {
  const kept: ReadAnswer[] = [];
  for (const answer of answers) {
    const { result } = answer;
    if (!result.ok || !result.checked.sheets.some(({ records }) => records.some((r) => pictureFields(r).length > 0))) {
      kept.push(answer);
      continue;
    }
    const sheets: CheckedSheet[] = [];
    for (const sheet of result.checked.sheets) {
      const own = await sheetPhotos(sheet, places);
      if (own === null) return null;
      sheets.push(own);
    }
    kept.push({ ...answer, result: { ok: true, checked: { ...result.checked, sheets } } });
  }
  return places.signal.aborted ? null : kept;
}

function pictureFields({ record }: CheckedRecord): readonly (readonly [string, string])[] {
  return Object.entries(record).flatMap(([key, value]) =>
    typeof value === 'string' && value.startsWith('data:image/') ? [[key, value] as const] : [],
  );
}

async function sheetPhotos(sheet: CheckedSheet, places: PhotoPlaces): Promise<CheckedSheet | null> {
  const records: CheckedRecord[] = [];
  const issues: PlacedIssue[] = [];
  for (const checked of sheet.records) {
    let next = checked;
    for (const [field, url] of pictureFields(checked)) {
      const answer = await onePhoto(url, places, places.ratio(sheet.entity, field));
      if (answer === null) return null;
      if ('text' in answer) next = { ...next, record: { ...next.record, [field]: answer.text, id: next.record.id } };
      else {
        const { [field]: _, ...rest } = next.record;
        next = { ...next, record: { ...rest, id: next.record.id } };
        issues.push(refused(sheet, checked, field, answer));
      }
    }
    records.push(next);
  }
  return { ...sheet, records, issues: [...sheet.issues, ...issues] };
}

interface Refused {
  readonly code: string;
  readonly message: string;
}

async function onePhoto(
  url: string,
  { photos, pictures, signal }: PhotoPlaces,
  ratio: number,
): Promise<{ readonly text: string } | Refused | null> {
  const bytes = dataUrlBytes(url);
  const type = photoType(bytes);
  const received =
    type === undefined
      ? ({ ok: false, error: { code: 'notPicture' } } as const)
      : await receivePhoto({ bytes, type }, ratio, signal);
  if (received === null) return null;
  if (!received.ok) {
    const { what, remedy } = refusalSentence(received.error);
    return { code: received.error.code, message: `${what}${remedy}` };
  }
  const finished = photoDataUrl(received.photo);
  const answer = await photos.keep(received.photo);
  // Not kept, the picture stays in the record itself.
  const text = answer.ok ? answer.text : finished;
  pictures.set(text, finished);
  return { text };
}

function refused(sheet: CheckedSheet, checked: CheckedRecord, field: string, { code, message }: Refused): PlacedIssue {
  const { row, record, cells } = checked;
  const cell = cells?.[field] ?? cells?.name ?? `A${row}`;
  return {
    rule: `photo.${code}`,
    severity: 'warning',
    entity: sheet.entity,
    record: record.id,
    owner: record.id,
    field,
    row,
    cell,
    message,
    value: '',
  };
}
