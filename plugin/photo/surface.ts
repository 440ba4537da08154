/** Something to draw on: off the screen where there is such a thing, which also works in a worker. */
export interface Surface {
  readonly canvas: OffscreenCanvas | HTMLCanvasElement;
  readonly context: OffscreenCanvasRenderingContext2D | CanvasRenderingContext2D;
}

/**
 * A white surface of whole pixels, white because JPEG knows no transparency and a photo stands on paper.
 * @throws Error where the browser gives none (out of memory)
 */
export function whiteSurface(width: number, height: number): Surface {
  const surface = make(Math.max(1, Math.round(width)), Math.max(1, Math.round(height)));
  const { context, canvas } = surface;
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingEnabled = true;
  context.imageSmoothingQuality = 'high';
  return surface;
}

function make(width: number, height: number): Surface {
  if (typeof OffscreenCanvas !== 'undefined') {
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext('2d');
    if (context) return { canvas, context };
  }
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas to draw on');
  return { canvas, context };
}

/** What is drawn, as JPEG. @param quality 0 to 1 */
export async function jpegBytes({ canvas }: Surface, quality: number): Promise<Uint8Array<ArrayBuffer>> {
  const options = { type: 'image/jpeg', quality };
  const blob = 'convertToBlob' in canvas ? await canvas.convertToBlob(options) : await elementBlob(canvas, quality);
  return new Uint8Array(await blob.arrayBuffer());
}

function elementBlob(canvas: HTMLCanvasElement, quality: number): Promise<Blob> {
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no JPEG'))), 'image/jpeg', quality),
  );
}
