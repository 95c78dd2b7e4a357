/* What the validators tell the type checker. Checked by types.test.ts. */
import type { ErrorResponse, InputTokenCountParams, InputTokenCountResponse } from "../../generated/types.js";
import {
  isRequest,
  isResponse,
  requestSchema,
  toErrorBody,
  validateRequest,
  validateResponse,
  type Validation,
  type ValidationIssue,
} from "../../src/validate/index.js";

export function check(body: unknown): void {
  // @ts-expect-error nothing is known of it yet
  void body.model;
  if (isRequest(body)) body satisfies InputTokenCountParams;
  if (isResponse(body)) body.input_tokens satisfies number;

  const request = validateRequest(body, { unknownKeys: "reject", unknownTypes: "allow", maxIssues: 10 });
  request satisfies Validation<InputTokenCountParams>;
  // @ts-expect-error there may be no value
  void request.value;
  if (request.ok) request.value.model satisfies string | null | undefined;
  else request.issues satisfies ValidationIssue[];
  if (!request.ok) toErrorBody(request.issues) satisfies ErrorResponse;

  validateResponse(body) satisfies Validation<InputTokenCountResponse>;
  // @ts-expect-error no such option
  validateRequest(body, { unknownKey: "reject" });
  // @ts-expect-error no such choice
  validateRequest(body, { unknownTypes: "ignore" });

  const standard = requestSchema["~standard"].validate(body);
  if (standard.issues) standard.issues satisfies readonly ValidationIssue[];
  else standard.value satisfies InputTokenCountParams;
}

export function readIssue({ path, param, code, message }: ValidationIssue): void {
  path satisfies (string | number)[];
  param satisfies string | null;
  [code, message] satisfies string[];
  // @ts-expect-error there may be no place
  param satisfies string;
}
