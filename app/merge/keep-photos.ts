import type { PhotoKeeper } from '../../plugin/photo/photo-keeper.ts';
import { dataUrlPhoto } from '../../records/photo/photo-text.ts';
import type { CheckedRecord } from '../../xlsx/recognise/check-workbook.ts';
import type { ReadAnswer } from './read-protocol.ts';

/**
 * Keeps the photos of read forms where the project keeps its own, so that records name them alike; `pictures` gets each
 * by its name. What is not merged in the end is swept when the project is opened next.
 */
export async function keepPhotos(
  answers: readonly ReadAnswer[],
  photos: PhotoKeeper,
  pictures: Map<string, string>,
): Promise<readonly ReadAnswer[]> {
  const kept: ReadAnswer[] = [];
  for (const answer of answers) {
    const { result } = answer;
    if (!result.ok || !result.checked.sheets.some(({ records }) => records.some(hasPicture))) {
      kept.push(answer);
      continue;
    }
    const sheets = [];
    for (const sheet of result.checked.sheets) {
      const records = [];
      for (const record of sheet.records) records.push(await withKept(record, photos, pictures));
      sheets.push({ ...sheet, records });
    }
    kept.push({ ...answer, result: { ok: true, checked: { ...result.checked, sheets } } });
  }
  return kept;
}

function hasPicture({ record }: CheckedRecord): boolean {
  return Object.values(record).some((value) => typeof value === 'string' && value.startsWith('data:image/'));
}

async function withKept(
  checked: CheckedRecord,
  photos: PhotoKeeper,
  pictures: Map<string, string>,
): Promise<CheckedRecord> {
  const named = new Map<string, string>();
  for (const [key, value] of Object.entries(checked.record)) {
    const photo = typeof value === 'string' && value.startsWith('data:image/') ? dataUrlPhoto(value) : undefined;
    if (photo === undefined || typeof value !== 'string') continue;
    const answer = await photos.keep(photo);
    // Not kept, the picture stays in the record itself.
    if (!answer.ok) continue;
    named.set(key, answer.text);
    pictures.set(answer.text, value);
  }
  if (named.size === 0) return checked;
  return { ...checked, record: { ...checked.record, ...Object.fromEntries(named), id: checked.record.id } };
}
