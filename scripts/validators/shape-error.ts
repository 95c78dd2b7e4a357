/** A schema that the validator build cannot turn into functions. */
export class ShapeError extends Error {
  override name = "ShapeError";
  constructor(
    /** The schema, or a place inside it: `Owner_property`. */
    readonly place: string,
    message: string,
  ) {
    super(message);
  }
}
