import { PHOTO_WORDS as words } from './locale.zh-CN.ts';
import './photo.css';

export const PHOTO_CARD = 'MingcePhotoCard';

/** What the card is shown for. */
export interface PhotoCardProps {
  readonly popup: {
    readonly extraProps?: {
      readonly has: boolean;
      readonly onChoose: () => void;
      readonly onRemove: () => void;
    };
  };
}

/** Beside a selected photo: the ways to put one in, and to take it out. */
export function PhotoCard({ popup: { extraProps } }: PhotoCardProps) {
  if (!extraProps) return null;
  const { has, onChoose, onRemove } = extraProps;
  return (
    <section className="mingce-photo-card" aria-label={words.title('')}>
      <div>
        <button type="button" className="mingce-photo-button" onClick={onChoose}>
          {has ? words.change : words.choose}
        </button>
        {has && (
          <button type="button" className="mingce-photo-button" onClick={onRemove}>
            {words.remove}
          </button>
        )}
      </div>
      <p>{words.ways}</p>
    </section>
  );
}
