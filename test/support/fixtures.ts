import { readdirSync, readFileSync } from "node:fs";
import type { ValidationIssue } from "../../src/validate/index.js";
import { joinValues, objectTagsOf } from "./document.js";
import { param, type Json, type JsonObject, type Path } from "./json.js";
import { places, type Place } from "./places.js";

const ROOT = new URL("../fixtures/", import.meta.url);

/** A file of fixtures. In its issues `$` is the place of the value, and `<tags>` the tags of its union. */
interface Fixtures {
  valid: Json[];
  invalid: { value: Json; issue: ValidationIssue }[];
}

/** The names of a folder's files, without their ending: the tags. */
export function listFixtures(folder: string): string[] {
  return readdirSync(new URL(`${folder}/`, ROOT)).map((file) => file.replace(".json", ""));
}

export function readFixtures(folder: string, name: string): Fixtures {
  return JSON.parse(readFileSync(new URL(`${folder}/${name}.json`, ROOT), "utf8")) as Fixtures;
}

/** Every valid fixture as a whole body. */
export function validBodies(): { title: string; body: JsonObject }[] {
  return inPlaces((place, folder, name) =>
    readFixtures(folder, name).valid.map((value, index) => ({
      title: `${folder}/${name} valid[${index}] at ${param(place.path)}`,
      body: place.wrap(value),
    })),
  );
}

/** Every invalid fixture as a whole body, with the issue that it is to give. */
export function invalidBodies(): { title: string; body: JsonObject; issue: ValidationIssue }[] {
  return inPlaces((place, folder, name, union) =>
    readFixtures(folder, name).invalid.map(({ value, issue }, index) => ({
      title: `${folder}/${name} invalid[${index}] at ${param(place.path)}`,
      body: place.wrap(value),
      issue: settle(issue, place.path, union ? objectTagsOf(union) : []),
    })),
  );
}

function inPlaces<T>(make: (place: Place, folder: string, name: string, union: string | null) => T[]): T[] {
  return places.flatMap(({ folder, union, at }) =>
    listFixtures(folder).flatMap((name) => at.flatMap((place) => make(place, folder, name, union))),
  );
}

function settle(issue: ValidationIssue, place: Path, tags: string[]): ValidationIssue {
  const words = (text: string): string =>
    text
      .replace("<tags>", joinValues(tags, "and"))
      .replace("<tags, or>", joinValues(tags, "or"))
      .replaceAll(/^\$|(?<=')\$(?=['.[])/g, param(place));
  const { path, code, message } = issue;
  return {
    path: [...place, ...path],
    param: issue.param && words(issue.param),
    code,
    message: words(message),
  };
}
