/** Endings of pictures that systems often give no type, so that the answer can be about pictures. */
const ENDING = /\.(jpe?g|jfif|png|gif|webp|bmp|hei[cf]|avif|tiff?|psd|dng|cr[23]|nef|arw)$/i;

/** Whether a file is meant as a picture, by its type or its name. */
export function isMeantAsPicture(file: { readonly type: string; readonly name: string }): boolean {
  return file.type.startsWith('image/') || ENDING.test(file.name);
}

/** Whether what is being dragged is pictures alone, as far as can be told before it is dropped. */
export function dragsPictures(data: DataTransfer | null): boolean {
  const files = [...(data?.items ?? [])].filter((item) => item.kind === 'file');
  return files.length > 0 && files.every((item) => item.type.startsWith('image/'));
}

/** The pictures among what was dropped or pasted; none when other files are with them. */
export function picturesOf(files: Iterable<File>): readonly File[] {
  const all = [...files];
  return all.every(isMeantAsPicture) ? all : [];
}
