import type { TokenRange } from "./types.js";

/** A count of either kind: the provider's has no range. */
export interface CountedTokens {
  input_tokens: number;
  range?: TokenRange | undefined;
}

/** For which model a count is looked at. */
export interface ModelUseOptions {
  /** The model's name, with or without a date. */
  model: string;
  /**
   * Tokens of the context that are kept for the answer.
   * @default 0
   */
  reserve?: number | undefined;
}

/** What a count means for a model, by the model data of the package gpt-tokenizer. */
export interface ModelUse {
  /** The most tokens, input and answer together. */
  context: number;
  /** The share of the context that the count takes, 0 to 1 and more. */
  share: number;
  /** Whether the input fits beside what is kept for the answer; null where the range lies on both sides. */
  fits: boolean | null;
  /** US dollars for the input at the normal rate, nothing cached; left out where the package knows no price. */
  price?: number;
}

/** What is read of gpt-tokenizer's data on a model. */
interface ModelData {
  context_window?: number;
  max_input_tokens?: number;
  price_data?: { main?: { input?: number } };
}

/** The provider's prices are for so many tokens. */
const PRICED = 1_000_000;

/**
 * Says what a count means for a model: its share of the context, whether it fits, and its price.
 * @returns undefined where gpt-tokenizer does not know the model's context or is not installed
 *
 * @example
 * const use = await describeModelUse(await counter.count(body), { model: "gpt-5", reserve: 16_000 });
 * // { context: 400000, share: 0.0123, fits: true, price: 0.00615 }
 */
export async function describeModelUse(
  count: CountedTokens,
  { model, reserve = 0 }: ModelUseOptions,
): Promise<ModelUse | undefined> {
  const data = await readModelData(model);
  const context = data?.context_window;
  if (!data || context === undefined) return undefined;
  const limit = Math.min(context - reserve, data.max_input_tokens ?? context);
  const price = data.price_data?.main?.input;
  return {
    context,
    share: count.input_tokens / context,
    fits: liesWithin(count, limit),
    ...(price === undefined ? {} : { price: (count.input_tokens * price) / PRICED }),
  };
}

/**
 * Says whether a count fits a model's context beside what is kept for the answer.
 * @returns null where the count's range lies on both sides, or where gpt-tokenizer does not know the model
 *
 * @example
 * if ((await fits(count, { model: "gpt-5", reserve: 16_000 })) === false) shortenTheHistory();
 */
export async function fits(count: CountedTokens, options: ModelUseOptions): Promise<boolean | null> {
  return (await describeModelUse(count, options))?.fits ?? null;
}

function liesWithin(
  { input_tokens: tokens, range = [tokens, tokens] }: CountedTokens,
  limit: number,
): boolean | null {
  const [low, high] = range;
  if (low > limit) return false;
  return high !== null && high <= limit ? true : null;
}

async function readModelData(model: string): Promise<ModelData | undefined> {
  let models: Readonly<Record<string, ModelData>>;
  try {
    // Each model is an export of its own, under its name.
    models = (await import("gpt-tokenizer/models")) as unknown as Record<string, ModelData>;
  } catch {
    return undefined; // an optional package
  }
  const undated = model.replace(/-\d{4}-\d{2}-\d{2}$/, "");
  const name = [model, undated].find((name) => Object.hasOwn(models, name));
  return name === undefined ? undefined : models[name];
}
