/** How far a version moves: `none` when nothing changed. */
export type Step = "none" | "patch" | "minor" | "major";

const STEPS: readonly Step[] = ["none", "patch", "minor", "major"];

/** The larger of two steps. */
export function largerStep(first: Step, second: Step): Step {
  return STEPS.indexOf(first) > STEPS.indexOf(second) ? first : second;
}

/** The smallest version that is the given step away; before 1.0.0 a breaking change is a minor step. */
export function bumpVersion(version: string, step: Step): string {
  const [major, minor, patch] = parseVersion(version) ?? [0, 0, 0];
  if (step === "none") return version;
  if (step === "major" && major > 0) return `${major + 1}.0.0`;
  if (step === "major" || step === "minor") return `${major}.${minor + 1}.0`;
  return `${major}.${minor}.${patch + 1}`;
}

/** Negative when the first version is the older one, 0 when they are equal; a pre-release counts as its release. */
export function compareVersions(first: string, second: string): number {
  const [a, b] = [parseVersion(first), parseVersion(second)];
  for (let index = 0; index < 3; index++) {
    const difference = (a?.[index] ?? 0) - (b?.[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** The three numbers of a version; undefined when it is none. */
export function parseVersion(version: string): [number, number, number] | undefined {
  const match = /^(\d+)\.(\d+)\.(\d+)(?:[-+].*)?$/.exec(version);
  return match ? [Number(match[1]), Number(match[2]), Number(match[3])] : undefined;
}
