/** The first place where a text is no JSON, and what is wrong there. */
export interface JsonFault {
  message: string;
  /** UTF-16 units from the start of the text. */
  offset: number;
}

/** Is told what a scan comes by; offsets in UTF-16 units from the start of the text. */
export interface JsonVisitor {
  /** The name of a member, quotes included. */
  name(start: number, end: number): void;
  /** A value begins: an object, an array or a leaf. */
  value(start: number, opened: "{" | "[" | undefined): void;
  /** The innermost object or array ends. */
  close(): void;
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;
const SPACE = /[ \t\n\r]*/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** Finds where a text that JSON.parse refused goes wrong. */
export function findJsonFault(text: string): JsonFault {
  return scanJson(text) ?? { message: "The text is not valid JSON.", offset: 0 };
}

/** Goes through a JSON text once, without recursion, so that depth does not matter; returns its first fault. */
export function scanJson(text: string, visitor?: JsonVisitor): JsonFault | undefined {
  try {
    new JsonScanner(text, visitor).scan();
    return undefined;
  } catch (found) {
    if (found instanceof Found) return found.fault;
    throw found;
  }
}

/** Thrown to leave the scan. */
class Found extends Error {
  constructor(readonly fault: JsonFault) {
    super(fault.message);
  }
}

class JsonScanner {
  private at = 0;
  /** The closing brackets still to come, innermost last. */
  private readonly open: ("}" | "]")[] = [];
  /** Whether the innermost bracket was just opened, so that no comma comes first. */
  private fresh = false;

  constructor(
    private readonly text: string,
    private readonly visitor: JsonVisitor | undefined,
  ) {}

  scan(): void {
    this.value();
    while (this.open.length > 0) {
      const close = this.open.at(-1) ?? "";
      if (this.take(close)) {
        this.open.pop();
        this.visitor?.close();
        this.fresh = false;
        continue;
      }
      if (!this.fresh && !this.take(",")) this.fail(`Expected ',' or '${close}'.`);
      if (close === "}") this.name();
      this.value();
    }
    this.skip(SPACE);
    if (this.at < this.text.length) this.fail("Expected the end of the text after the JSON value.");
  }

  /** Reads a value; of one that holds others only the opening bracket. */
  private value(): void {
    this.skip(SPACE);
    const start = this.at;
    const opened = this.take("{") ? "{" : this.take("[") ? "[" : undefined;
    this.fresh = opened !== undefined;
    if (opened) this.open.push(opened === "{" ? "}" : "]");
    else if (this.peek('"')) this.string();
    else if (!this.skip(NUMBER) && !this.skip(WORD)) this.fail("Expected a JSON value.");
    this.visitor?.value(start, opened);
  }

  private name(): void {
    if (!this.peek('"')) this.fail("Expected a member name in double quotes.");
    const start = this.at;
    this.string();
    this.visitor?.name(start, this.at);
    if (!this.take(":")) this.fail("Expected ':' after the member name.");
  }

  private string(): void {
    for (this.at++; ; this.at++) {
      const unit = this.text.charCodeAt(this.at);
      if (unit === QUOTE) break;
      if (unit === BACKSLASH) {
        if (!this.skip(ESCAPE)) this.fail("The string has an escape that JSON does not know.");
        this.at--;
      } else if (Number.isNaN(unit)) {
        this.fail("The string is not closed.");
      } else if (unit < 0x20) {
        this.fail("The string has a control character, which JSON wants escaped.");
      }
    }
    this.at++;
  }

  private peek(sign: string): boolean {
    this.skip(SPACE);
    return this.text.startsWith(sign, this.at);
  }

  private take(sign: string): boolean {
    if (!this.peek(sign)) return false;
    this.at += sign.length;
    return true;
  }

  private skip(token: RegExp): boolean {
    token.lastIndex = this.at;
    if (!token.test(this.text)) return false;
    this.at = token.lastIndex;
    return true;
  }

  private fail(message: string): never {
    const ended = this.at >= this.text.length;
    throw new Found({ message: ended ? `The text ends too early. ${message}` : message, offset: this.at });
  }
}
