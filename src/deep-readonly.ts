/**
 * A type whose members and arrays are readonly at any depth, so that it takes values written with `as const`, too.
 * What has the type itself still fits.
 */
export type DeepReadonly<T> = {
  // A mapped `unknown` would be an object.
  readonly [K in keyof T]: unknown extends T[K] ? T[K] : DeepReadonly<T[K]>;
};
