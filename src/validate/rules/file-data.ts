import type { Rule } from "../../../generated/validators.js";
import { cut } from "../words/param.js";

/** No such file is a document; the provider was seen to refuse `audio/mpeg` and `image/jpeg`. */
const NO_DOCUMENT = /^data:((?:audio|image|video)\/[^;,]*)/i;
/** How much of the file is looked at, in UTF-16 units: a MIME type is short. */
const HEAD = 128;

/** A file in the body is a document: the provider refuses a data URL of sound, pictures or films, in these words. */
export const fileData: Rule = ({ file_data: file }) => {
  const type = typeof file === "string" ? NO_DOCUMENT.exec(file.slice(0, HEAD))?.[1] : undefined;
  if (type === undefined) return undefined;
  return {
    code: "invalid_value",
    path: ["file_data"],
    word: (param) =>
      `Invalid file data: '${param}'. Expected a base64-encoded data URL with a valid file MIME type (e.g. 'data:text/plain;base64,SGVsbG8sIFdvcmxkIQ=='), but got unsupported MIME type '${cut(type, 64)}'. Please see https://platform.openai.com/docs/assistants/tools/file-search#supported-files for supported file types.`,
  };
};
