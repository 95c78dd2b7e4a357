import { readImageSize } from "./image-size.js";
import type { Ledger } from "./ledger.js";
import type { ImageSource } from "./member-roles.js";
import type { Path } from "./path.js";
import type { Tally } from "./tally.js";

/** The size in pixels that stands in for an image which is not here. */
const ASSUMED = { width: 1024, height: 1024 };
const SMALLEST = { width: 1, height: 1 };
const LARGEST = { width: 16_384, height: 16_384 };

/** Counts an image by its size and its level of detail; one of unknown size as 1024 x 1024 px, with a note. */
export function countImage(image: ImageSource, path: Path, ledger: Ledger, tally: Tally): void {
  const size = image.url === undefined ? undefined : readImageSize(image.url);
  const detail = typeof image.detail === "string" ? image.detail : "auto";
  const costOf = tally.rules.image;
  const tokens = costOf(size ?? ASSUMED, detail);
  if (size) {
    const [less, more] = costOf.margin;
    return ledger.addBetween(tokens, tokens - less, tokens + more);
  }
  const low = costOf(SMALLEST, detail);
  const high = costOf(LARGEST, detail);
  // At low detail some models see every image at the same price.
  if (low !== high) tally.leaveOut(path, "image of unknown size: counted as 1024 x 1024 px");
  ledger.addBetween(tokens, low, high);
}
