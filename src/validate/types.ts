/** The provider's error codes that the validators use; a later version may use further ones. */
export type IssueCode =
  | "array_above_max_length"
  | "array_below_min_length"
  | "decimal_above_max_value"
  | "decimal_below_min_value"
  | "empty_array"
  | "empty_string"
  | "integer_above_max_value"
  | "integer_below_min_value"
  | "invalid_function_parameters"
  | "invalid_json_schema"
  | "invalid_type"
  | "invalid_value"
  | "missing_required_parameter"
  | "mutually_exclusive_parameters"
  | "object_above_max_properties"
  | "string_above_max_length"
  | "string_below_min_length"
  | "unknown_parameter"
  | (string & {});

/** One fault of a body: where it is and how the provider would word it. */
export interface ValidationIssue {
  /** What is wrong, in the provider's wording. */
  message: string;
  /** The place in the provider's notation, such as `input[3].content[0].detail`; null where the provider gives none. */
  param: string | null;
  /** The provider's error code, such as `invalid_value` or `missing_required_parameter`. */
  code: IssueCode;
  /** The exact place: member names and array indexes from the root of the body. */
  path: (string | number)[];
}

/** What is wrong with a body: the first fault, and others where more were asked for. */
export type ValidationIssues = [ValidationIssue, ...ValidationIssue[]];

/** The verdict on a body: the body itself, typed and untouched, or what is wrong with it. */
export type Validation<T> = { ok: true; value: T } | { ok: false; issues: ValidationIssues };

/** How strictly a request is validated. */
export interface ValidateOptions {
  /**
   * What to do with keys that no schema names: `ignore` them, or `reject` them as the provider does.
   * @default "ignore"
   */
  unknownKeys?: "ignore" | "reject";
  /**
   * What to do with tagged objects (items, tools, content parts, choices) of an unknown type:
   * `reject` them, or `allow` those of a later API version to pass untouched.
   * @default "reject"
   */
  unknownTypes?: "reject" | "allow";
  /**
   * Whether the JSON Schemas inside the body that are to be followed exactly (`strict: true`, of functions and of
   * `text.format`) are looked into: `check` refuses those that break the provider's rules for them.
   * @default "ignore"
   */
  strictSchemas?: "ignore" | "check";
  /**
   * How many issues to report at most. The provider reports the first fault only; editors and CI want more.
   * @default 1
   */
  maxIssues?: number;
}
