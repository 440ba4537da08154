import { referredPhoto } from '../../records/photo/photo-text.ts';
import { MERGE } from './locale.zh-CN.ts';

export interface ValueTextProps {
  readonly value: string;
  readonly pictures: ReadonlyMap<string, string>;
}

/** A value as it is compared: a text, or the photo that it names. */
export function ValueText({ value, pictures }: ValueTextProps) {
  if (value === '') return MERGE.blank;
  const url = value.startsWith('data:image/') ? value : pictures.get(value);
  if (url !== undefined) return <img className="mc-merge-photo" src={url} alt={MERGE.photo} />;
  return referredPhoto(value) === undefined ? value : MERGE.ownPhoto;
}
