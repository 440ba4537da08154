import { createRoot, type Root } from 'react-dom/client';
import type { CropFrame } from './crop-frame.ts';
import { makePhoto } from './make-photo.ts';
import { openPhoto } from './open-photo.ts';
import { PhotoDialog, type PhotoStep } from './PhotoDialog.tsx';
import type { PhotoKeeper } from './photo-keeper.ts';

/** One way of a file into a record. */
export interface PhotoJob {
  readonly name: string;
  /** Width to height. */
  readonly ratio: number;
  readonly keeper: PhotoKeeper;
  /** Puts the text into the record; `false` when the record is gone. */
  readonly put: (text: string) => boolean;
  /** The sentence for that. */
  readonly gone: string;
  /** The dialog is closed, with or without a photo. */
  readonly onEnd: (done: boolean) => void;
}

/** Takes a file through the dialog: opened, cut, kept, named by the record. Until the last step nothing changes. */
export class PhotoFlow {
  private readonly host = document.createElement('div');
  private readonly root: Root;
  private opening = new AbortController();
  private picture: ImageBitmap | null = null;
  private ended = false;

  constructor(
    private readonly job: PhotoJob,
    file: Blob,
  ) {
    document.body.append(this.host);
    this.root = createRoot(this.host);
    void this.open(file);
  }

  /** Closes the dialog; nothing has changed. */
  close(): void {
    this.end(false);
  }

  /** Another file instead, dropped on the dialog. */
  take(file: Blob): void {
    void this.open(file);
  }

  private async open(file: Blob): Promise<void> {
    this.opening.abort();
    const opening = new AbortController();
    this.opening = opening;
    this.release();
    this.show({ kind: 'opening' });
    const answer = await openPhoto(file, opening.signal);
    if (answer === null) return;
    if (this.ended || opening.signal.aborted) {
      if (answer.ok) answer.picture.bitmap.close();
    } else if (answer.ok) {
      this.picture = answer.picture.bitmap;
      this.show({ kind: 'crop', picture: answer.picture, saving: false });
    } else this.show({ kind: 'refused', error: answer.error });
  }

  private async save(step: PhotoStep, frame: CropFrame): Promise<void> {
    if (step.kind !== 'crop' || step.saving) return;
    const { bitmap } = step.picture;
    this.show({ ...step, saving: true });
    const photo = await makePhoto(bitmap, frame, this.job.ratio);
    const kept = await this.job.keeper.keep(photo);
    if (this.ended) return;
    if (!kept.ok) this.show({ kind: 'failed', what: kept.what });
    else if (this.job.put(kept.text)) this.end(true);
    else this.show({ kind: 'failed', what: this.job.gone });
  }

  private show(step: PhotoStep): void {
    const { name, ratio } = this.job;
    this.root.render(
      <PhotoDialog
        name={name}
        ratio={ratio}
        step={step}
        onConfirm={(frame) => void this.save(step, frame)}
        onFile={(file) => void this.open(file)}
        onClose={() => this.end(false)}
      />,
    );
  }

  private end(done: boolean): void {
    if (this.ended) return;
    this.ended = true;
    this.opening.abort();
    // Not while React is in the middle of the event that closes it.
    queueMicrotask(() => {
      this.root.unmount();
      this.host.remove();
      this.release();
      this.job.onEnd(done);
    });
  }

  private release(): void {
    this.picture?.close();
    this.picture = null;
  }
}
