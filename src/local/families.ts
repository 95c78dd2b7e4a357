import { type ImageCost, patches, tiles } from "./image-cost.js";

/*
 * All that depends on the model. The counts in brackets say on how many recorded requests a number rests: how many of
 * them came out exact. What has none is from OpenAI's guide "Images and vision" (2026).
 */

/** The encodings that models of the Responses API use. */
export type EncodingName = "o200k_base" | "cl100k_base";

/** What the provider writes around texts for a family of models, in tokens. */
export interface Family {
  name: string;
  /** Opens the answer. */
  base: number;
  /** An assistant's message beyond the frame of every message: its channel. */
  channel: number;
  /** The list of tools beyond its text. */
  tools: number;
  /** The same where a tool has a description. */
  describedTools: number;
  /** Around a call, beside its name and its arguments. */
  call: number;
  /** Around the output of a call, beside the name of the tool and the text. */
  output: number;
  /** A schema for the answer beyond its text. */
  format: number;
  /** Where only one tool may be called at a time. */
  oneCallAtATime: number;
  /** Whether a call of a strict tool is written with its content type although the provider did not keep the call. */
  marksStrictCalls: boolean;
  /** Whether a tool that must be called is named once more behind the input. */
  namesForcedTool: boolean;
}

/** gpt-3.5 to gpt-4.1 and gpt-5-chat: [323 of 326 texts, with the others], tools [119 of 124], calls [154 of 183]. */
const CHAT: Family = {
  name: "chat",
  base: 3,
  channel: 0,
  tools: -3,
  describedTools: -3,
  call: 5,
  output: 6,
  format: 1,
  oneCallAtATime: 0,
  marksStrictCalls: false,
  namesForcedTool: true,
};

/** gpt-4 itself, without turbo: [2 of 2 texts] a token less. */
const GPT_4: Family = { ...CHAT, name: "gpt-4", base: 2 };

/** o1, o3, o4-mini: tools [35 of 35], calls [4 of 4], channel [17 of 17, with gpt-5]. */
const REASONING: Family = {
  name: "o",
  base: 2,
  channel: 2,
  tools: 0,
  describedTools: 0,
  call: 9,
  output: 8,
  format: 0,
  oneCallAtATime: 0,
  marksStrictCalls: false,
  namesForcedTool: false,
};

/** codex-mini-latest, an o4-mini: tools [4 of 4]. */
const CODEX_MINI: Family = { ...REASONING, name: "codex-mini", tools: 1, describedTools: 1 };

/** gpt-5 to gpt-5.3: tools [120 of 130] and calls [76 of 93] with later ones, one call at a time [3 of 3, nano]. */
const GPT_5: Family = { ...REASONING, name: "gpt-5", tools: 2, describedTools: 3, oneCallAtATime: 78 };

/** gpt-5.4 and later: strict calls [4 of 4]. */
const GPT_5_4: Family = { ...GPT_5, name: "gpt-5.4", oneCallAtATime: 0, marksStrictCalls: true };

/** What is known of one model or of several alike. */
export interface ModelRules {
  family: Family;
  encoding: EncodingName;
  image: ImageCost;
}

const STANDARD = { patches: 1536, edge: 2048 };
const LARGE = { patches: 2500, edge: 2048 };
const ORIGINAL = { patches: 10_000, edge: 6000 };

const O200K = "o200k_base";
const CL100K = "cl100k_base";

/** By the beginning of a model's name; the first that fits counts. */
const MODELS: readonly (readonly [RegExp, Family, EncodingName, ImageCost])[] = [
  [/^gpt-4o-mini/, CHAT, O200K, tiles(2833, 5667)], // [5 of 5 images]
  [/^gpt-4\.1-mini/, CHAT, O200K, patches(1.62, STANDARD)],
  [/^gpt-4\.1-nano/, CHAT, O200K, patches(2.46, STANDARD)],
  [/^(chatgpt-4o|gpt-4o|gpt-4\.1|gpt-4\.5)/, CHAT, O200K, tiles(85, 170)], // [2 of 2 images]
  [/^gpt-4(-0\d+|-32k.*)?$/, GPT_4, CL100K, tiles(85, 170)],
  [/^gpt-(4|3\.5)/, CHAT, CL100K, tiles(85, 170)], // [2 of 2 texts]
  [/^o4-mini/, REASONING, O200K, patches(1.72, STANDARD)],
  [/^o[13]/, REASONING, O200K, tiles(75, 150)],
  [/^codex-mini/, CODEX_MINI, O200K, patches(1.72, STANDARD)],
  [/^computer-use/, GPT_5, O200K, tiles(65, 129)],
  [/^gpt-5(\.\d)?-chat/, CHAT, O200K, tiles(70, 140)],
  [/^gpt-5-mini/, GPT_5, O200K, patches(1.2, STANDARD)], // [3 of 3 images]; the guide says 1.62
  [/^gpt-5-nano/, GPT_5, O200K, patches(1.5, STANDARD)], // [3 of 3 images]; the guide says 2.46
  [/^gpt-5(\.1)?-codex-mini/, GPT_5, O200K, patches(1.2, STANDARD)],
  [/^gpt-5(\.1)?(?!\.\d)/, GPT_5, O200K, tiles(70, 140)],
  [/^gpt-5\.[23]/, GPT_5, O200K, patches(1.2, STANDARD)],
  [/^gpt-5\.4/, GPT_5_4, O200K, patches(1.2, LARGE, ORIGINAL)], // [gpt-5.4-nano: 1 of 1 image within 2 tokens]
  [/^gpt-5\.[56]/, GPT_5_4, O200K, patches(1.2, LARGE, ORIGINAL, ORIGINAL)], // [gpt-5.6: 1 of 1 image within 2 tokens]
];

/** Stands in for a model that is not given or not known: the newest family's. */
const NEWEST: ModelRules = {
  family: GPT_5_4,
  encoding: O200K,
  image: patches(1.2, LARGE, ORIGINAL, ORIGINAL),
};

/** The rules of a model; those of the newest family, and so marked, if the model is not known. */
export function rulesOf(model: string): ModelRules & { isAssumed: boolean } {
  const row = MODELS.find(([name]) => name.test(model));
  if (!row) return { ...NEWEST, isAssumed: true };
  const [, family, encoding, image] = row;
  return { family, encoding, image, isAssumed: false };
}
