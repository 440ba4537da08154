/** Hands bytes or text to the browser as a download. */
export function saveFile(name: string, content: Uint8Array | string, type: string): File {
  const part = typeof content === 'string' ? content : new Uint8Array(content);
  const file = new File([part], name, { type });
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
