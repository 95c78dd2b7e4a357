import { describe, expect, test } from "@jest/globals";
import { rulesOf } from "../../src/local/families.js";
import { readImageSize } from "../../src/local/image-size.js";

function dataUrl(type: string, ...bytes: (number[] | string)[]): string {
  const parts = bytes.map((part) =>
    typeof part === "string" ? Buffer.from(part, "latin1") : Buffer.from(part),
  );
  return `data:image/${type};base64,${Buffer.concat(parts).toString("base64")}`;
}

describe("readImageSize", () => {
  const exif = [0xff, 0xe1, 0x01, 0x02, ...new Array<number>(0x100).fill(7)];
  test.each([
    [
      "PNG",
      dataUrl("png", [0x89], "PNG\r\n\x1a\n", [0, 0, 0, 13], "IHDR", [0, 0, 7, 128, 0, 0, 4, 56]),
      [1920, 1080],
    ],
    ["GIF", dataUrl("gif", "GIF89a", [64, 1, 240, 0]), [320, 240]],
    ["JPEG behind EXIF", dataUrl("jpeg", [0xff, 0xd8], exif, [0xff, 0xc2, 0, 17, 8, 1, 0, 2, 0]), [512, 256]],
    ["lossy WebP", dataUrl("webp", "RIFF....WEBPVP8 ....", [0, 0, 0, 157, 1, 42, 0, 4, 0, 3]), [1024, 768]],
    ["lossless WebP", dataUrl("webp", "RIFF....WEBPVP8L....", [47, 255, 195, 191, 0]), [1024, 768]],
    [
      "extended WebP",
      dataUrl("webp", "RIFF....WEBPVP8X....", [0, 0, 0, 0, 255, 3, 0, 255, 2, 0]),
      [1024, 768],
    ],
  ])("reads %s", (_, url, [width, height]) => {
    expect(readImageSize(url)).toEqual({ width, height });
  });

  test.each([
    "https://example.com/a.png",
    "data:image/png,plain",
    "data:image/png;base64,",
    dataUrl("png", [0x89], "PNG"),
    dataUrl("jpeg", [0xff, 0xd8, 0xff, 0xe0, 0xff]),
    dataUrl("bmp", "BM......................"),
    "data:image/png;base64,####",
  ])("does not know %s", (url) => {
    expect(readImageSize(url)).toBeUndefined();
  });
});

describe("rulesOf", () => {
  // The examples of OpenAI's guide "Images and vision"; gpt-5-mini and gpt-5.2 and later as they were measured.
  test.each([
    ["gpt-4o", 1024, 1024, "high", 765],
    ["gpt-4o", 2048, 4096, "high", 1105],
    ["gpt-4o", 4096, 8192, "low", 85],
    ["gpt-5", 1024, 1024, "auto", 70 + 4 * 140],
    ["gpt-5-mini", 1024, 1024, "high", 1 + Math.ceil(1024 * 1.2)],
    ["gpt-4.1-mini", 1800, 2400, "high", 1 + Math.ceil(1452 * 1.62)],
    ["o4-mini", 32, 32, "high", 3],
    ["gpt-5.4", 3200, 3200, "original", 1 + Math.ceil(10_000 * 1.2)],
    ["gpt-5.5", 3200, 3200, "auto", 1 + Math.ceil(10_000 * 1.2)],
    ["gpt-5.4", 1024, 1024, "low", 1 + Math.ceil(256 * 1.2)],
    ["a-model-of-2030", 512, 512, "high", 1 + Math.ceil(256 * 1.2)],
  ])("counts for %s an image of %d x %d px at %s as %d tokens", (model, width, height, detail, tokens) => {
    expect(rulesOf(model).image({ width, height }, detail)).toBe(tokens);
  });
});
