import { Base64Bytes } from "./base64-bytes.js";

/** Width and height of an image in pixels. */
export interface ImageSize {
  width: number;
  height: number;
}

/**
 * Reads the size of a PNG, JPEG, GIF or WebP from the header in its data URL or base64 text.
 * @returns undefined for an address elsewhere, another format, or a header that is cut short
 */
export function readImageSize(source: string): ImageSize | undefined {
  const bytes = Base64Bytes.from(source);
  if (!bytes) return undefined;
  const size = readHeader(bytes);
  return size && size.width > 0 && size.height > 0 ? size : undefined;
}

function readHeader(bytes: Base64Bytes): ImageSize | undefined {
  if (bytes.letters(1, 3) === "PNG") return { width: bytes.bigEndian(16, 4), height: bytes.bigEndian(20, 4) };
  if (bytes.letters(0, 3) === "GIF") {
    return { width: bytes.littleEndian(6, 2), height: bytes.littleEndian(8, 2) };
  }
  if (bytes.letters(0, 4) === "RIFF" && bytes.letters(8, 4) === "WEBP") return readWebp(bytes);
  if (bytes.bigEndian(0, 2) === 0xffd8) return readJpeg(bytes);
  return undefined;
}

/** WebP has three kinds of first chunk: lossy, lossless, extended. */
function readWebp(bytes: Base64Bytes): ImageSize | undefined {
  switch (bytes.letters(12, 4)) {
    case "VP8 ":
      return { width: bytes.littleEndian(26, 2) & 0x3fff, height: bytes.littleEndian(28, 2) & 0x3fff };
    case "VP8L": {
      const bits = bytes.littleEndian(21, 4);
      return { width: (bits & 0x3fff) + 1, height: (Math.floor(bits / 0x4000) & 0x3fff) + 1 };
    }
    case "VP8X":
      return { width: bytes.littleEndian(24, 3) + 1, height: bytes.littleEndian(27, 3) + 1 };
    default:
      return undefined;
  }
}

/** Segments (EXIF, colour profile, thumbnails) skipped at most on the way to the frame header. */
const MAX_SEGMENTS = 256;

function readJpeg(bytes: Base64Bytes): ImageSize | undefined {
  let offset = 2;
  for (let segment = 0; segment < MAX_SEGMENTS; segment++) {
    if (bytes.at(offset) !== 0xff) return undefined;
    const marker = bytes.at(offset + 1);
    if (isFrameHeader(marker)) {
      return { width: bytes.bigEndian(offset + 7, 2), height: bytes.bigEndian(offset + 5, 2) };
    }
    offset += marker === 0xff ? 1 : 2 + bytes.bigEndian(offset + 2, 2);
  }
  return undefined;
}

/** SOF0 to SOF15, without the three markers between them that mean something else. */
function isFrameHeader(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}
