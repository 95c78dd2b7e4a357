/** The first place where a text is no JSON, and what is wrong there. */
export interface JsonFault {
  message: string;
  /** UTF-16 units from the start of the text. */
  offset: number;
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;
const SPACE = /[ \t\n\r]*/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/** Finds where a text that JSON.parse refused goes wrong; without recursion, so that depth does not matter. */
export function findJsonFault(text: string): JsonFault {
  return new FaultFinder(text).find();
}

/** Thrown to leave the search. */
class Found extends Error {
  constructor(readonly fault: JsonFault) {
    super(fault.message);
  }
}

class FaultFinder {
  private at = 0;
  /** The closing brackets still to come, innermost last. */
  private readonly open: ("}" | "]")[] = [];
  /** Whether the innermost bracket was just opened, so that no comma comes first. */
  private fresh = false;

  constructor(private readonly text: string) {}

  find(): JsonFault {
    try {
      this.walk();
    } catch (found) {
      if (found instanceof Found) return found.fault;
      throw found;
    }
    return { message: "The text is not valid JSON.", offset: 0 };
  }

  private walk(): void {
    this.value();
    while (this.open.length > 0) {
      const close = this.open.at(-1) ?? "";
      if (this.take(close)) {
        this.open.pop();
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
    this.fresh = true;
    if (this.take("{")) this.open.push("}");
    else if (this.take("[")) this.open.push("]");
    else {
      this.fresh = false;
      if (this.peek('"')) this.string();
      else if (!this.skip(NUMBER) && !this.skip(WORD)) this.fail("Expected a JSON value.");
    }
  }

  private name(): void {
    if (!this.peek('"')) this.fail("Expected a member name in double quotes.");
    this.string();
    if (!this.take(":")) this.fail("Expected ':' after the member name.");
  }

  private string(): void {
    for (this.at++; !this.text.startsWith('"', this.at);) {
      if (this.at >= this.text.length) this.fail("The string is not closed.");
      if (this.text.startsWith("\\", this.at)) {
        if (!this.skip(ESCAPE)) this.fail("The string has an escape that JSON does not know.");
      } else if (this.text.charCodeAt(this.at++) < 0x20) {
        this.at--;
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
