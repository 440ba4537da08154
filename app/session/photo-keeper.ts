import type { PhotoKeeper } from '../../plugin/photo/photo-keeper.ts';
import { dataUrlPhoto, photoReference, referredPhoto } from '../../records/photo/photo-text.ts';
import { sha256Hex } from '../../records/sha256.ts';
import { errorSentence } from '../../storage/locale/zh-CN.ts';
import type { Storage } from '../../storage/storage.ts';

export type { PhotoKeeper };

/** Keeps a project's pictures in the database, each once, and names them by their hash. */
export function photoKeeper(storage: Storage, project: string): PhotoKeeper {
  return {
    async read(text) {
      const sha256 = referredPhoto(text);
      if (sha256 === undefined) return dataUrlPhoto(text) ?? null;
      const answer = await storage.photo(project, sha256);
      return answer.ok ? answer.photo : null;
    },
    async keep(photo) {
      const sha256 = await sha256Hex(photo.bytes);
      const answer = await storage.keepPhoto(project, { sha256, ...photo });
      return answer.ok
        ? { ok: true, text: photoReference(sha256) }
        : { ok: false, what: errorSentence(answer.error.code) };
    },
  };
}
