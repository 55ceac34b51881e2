// SPDX-License-Identifier: EUPL-1.2
// The reader of QR codes comes with the first picture.

/** Pixels on the longer side at which a code is still found: more only takes longer. */
const LONGEST_SIDE = 1_600;
/** A photo may take this long, in milliseconds: nobody waits for the next frame. */
const PHOTO_PATIENCE_MS = 1_500;

type Picture = CanvasImageSource & { width: number; height: number };

const canvas = () => document.createElement("canvas");

/** The pixels of a picture, made smaller where it is very large. */
function pixelsOf(picture: Picture, width: number, height: number): ImageData | undefined {
  const scale = Math.min(1, LONGEST_SIDE / Math.max(width, height));
  const surface = canvas();
  surface.width = Math.max(1, Math.round(width * scale));
  surface.height = Math.max(1, Math.round(height * scale));
  const context = surface.getContext("2d", { willReadFrequently: true });
  if (!context) return undefined;
  // What is transparent counts as paper.
  context.fillStyle = "#fff";
  context.fillRect(0, 0, surface.width, surface.height);
  context.drawImage(picture, 0, 0, surface.width, surface.height);
  return context.getImageData(0, 0, surface.width, surface.height);
}

async function decode(pixels: ImageData | undefined, timeLimit?: number): Promise<string | undefined> {
  if (!pixels) return undefined;
  const { decodeQR } = await import("qr/decode.js");
  try {
    return decodeQR(pixels, timeLimit === undefined ? {} : { timeLimit, effort: 10 });
  } catch {
    // No code in it: the reader knows no other way to say so.
    return undefined;
  }
}

/**
 * The text of the code in a photo; undefined when there is none.
 * @throws When the file is no picture.
 */
export async function decodePhoto(file: Blob): Promise<string | undefined> {
  const picture = await createImageBitmap(file);
  try {
    return await decode(pixelsOf(picture, picture.width, picture.height), PHOTO_PATIENCE_MS);
  } finally {
    picture.close();
  }
}

/** The text of the code that a camera sees now. */
export async function decodeFrame(video: HTMLVideoElement): Promise<string | undefined> {
  const { videoWidth, videoHeight } = video;
  return videoWidth === 0 ? undefined : await decode(pixelsOf(video, videoWidth, videoHeight));
}
