/** Hands bytes, a blob, text, or text in pieces to the browser as a download. */
export function saveFile(name: string, content: Uint8Array | Blob | string | readonly string[], type: string): File {
  const parts = content instanceof Uint8Array ? [new Uint8Array(content)] : [content].flat();
  const file = new File(parts, name, { type });
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The download has its own hold on the bytes once it has begun.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
  return file;
}

export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
export const JSON_TYPE = 'application/json';
export const ZIP_TYPE = 'application/zip';
