const SCHEMAS = "components/schemas";

/** What is done to a file, and what is said of it: `file:line:column message`. */
export interface Broken {
  name: string;
  file: string;
  text: string;
  replacement: string;
  problems: string[];
}

export const broken: Broken[] = [
  {
    name: "an unknown reference",
    file: `${SCHEMAS}/request.yaml`,
    text: "reasoning.yaml#/Reasoning",
    replacement: "reasoning.yaml#/Reasonin",
    problems: [
      `${SCHEMAS}/request.yaml:79:11 Can't resolve $ref; correct the reference, or write what it names. (no-unresolved-refs)`,
    ],
  },
  {
    name: "a duplicate tag",
    file: `${SCHEMAS}/tools/local-shell.yaml`,
    text: "const: local_shell",
    replacement: "const: shell",
    problems: [
      `${SCHEMAS}/tools/tool.yaml:15:7 The mapping leads shell to FunctionShellTool, but it is a tag of LocalShellTool. (contract/complete-mappings)`,
      `${SCHEMAS}/tools/tool.yaml:16:7 The tag shell belongs to both LocalShellTool and FunctionShellTool; one tag chooses one branch. (contract/complete-mappings)`,
    ],
  },
  {
    name: "a tag that is not in its mapping",
    file: `${SCHEMAS}/tools/tool.yaml`,
    text: "      apply_patch: apply-patch.yaml#/ApplyPatchTool\n",
    replacement: "",
    problems: [
      `${SCHEMAS}/tools/tool.yaml:21:7 The tag apply_patch of ApplyPatchTool is not in the union's mapping; add apply_patch: <reference to ApplyPatchTool>. (contract/complete-mappings)`,
    ],
  },
  {
    name: "a mapping to no branch",
    file: `${SCHEMAS}/tools/tool.yaml`,
    text: "    - $ref: apply-patch.yaml#/ApplyPatchTool\n",
    replacement: "",
    problems: [
      `${SCHEMAS}/tools/tool.yaml:41:20 The mapping leads apply_patch to ApplyPatchTool, which is no branch of the union; add it to oneOf. (contract/complete-mappings)`,
    ],
  },
  {
    name: "an untagged object that leads to no branch",
    file: `${SCHEMAS}/items/item.yaml`,
    text: "      id: ItemReference\n",
    replacement: "      id: Reference\n",
    problems: [
      `${SCHEMAS}/items/item.yaml:77:11 x-untagged leads id to Reference, which is no branch of the union; name one of them. (contract/complete-mappings)`,
    ],
  },
  {
    name: "an unused schema",
    file: `${SCHEMAS}/filters.yaml`,
    text: "\nComparisonFilter:",
    replacement:
      "\nUnusedFilter:\n  type: string\n  description: Stands here for nothing.\n\nComparisonFilter:",
    problems: [
      `${SCHEMAS}/filters.yaml:20:1 Nothing refers to the schema UnusedFilter; refer to it or delete it.`,
    ],
  },
  {
    name: "a duplicate schema",
    file: `${SCHEMAS}/filters.yaml`,
    text: "\nComparisonFilter:",
    replacement: "\nTool:\n  type: string\n  description: Stands here once more.\n\nComparisonFilter:",
    problems: [
      `${SCHEMAS}/tools/tool.yaml:1:1 The schema Tool stands in <folder>/${SCHEMAS}/filters.yaml too; give one of them another name.`,
    ],
  },
  {
    name: "a missing description",
    file: `${SCHEMAS}/conversation.yaml`,
    text: "      description: The id under which the conversation is stored.\n",
    replacement: "",
    problems: [
      `${SCHEMAS}/conversation.yaml:6:5 The property id has no description; say in one sentence what it means. (contract/described)`,
    ],
  },
  {
    name: "a YAML fault",
    file: `${SCHEMAS}/conversation.yaml`,
    text: "  required: [id]",
    replacement: "  required: [id",
    problems: [
      `${SCHEMAS}/conversation.yaml:5:3 Failed to parse: missed comma between flow collection entries in "<folder>/${SCHEMAS}/conversation.yaml" (5:3) (no-unresolved-refs)`,
    ],
  },
  {
    name: "a YAML fault in the root",
    file: "openapi.yaml",
    text: "tags:\n",
    replacement: "tags: [\n",
    problems: [
      'openapi.yaml:18:3 Failed to parse: missed comma between flow collection entries in "<folder>/openapi.yaml" (18:3)',
    ],
  },
  {
    name: "an inline object",
    file: `${SCHEMAS}/conversation.yaml`,
    text: "      type: string\n",
    replacement:
      "      type: object\n      properties:\n        a: { type: string, description: Stands inside. }\n",
    problems: [
      `${SCHEMAS}/conversation.yaml:7:7 An object with properties stands inline; give it a name of its own in this file and refer to it. (contract/named-objects)`,
    ],
  },
  {
    name: "an unbounded pattern",
    file: `${SCHEMAS}/text.yaml`,
    text: "      maxLength: 64\n",
    replacement: "",
    problems: [
      `${SCHEMAS}/text.yaml:55:16 A pattern without maxLength would be tested on strings of any size; add a maxLength. (contract/bounded-patterns)`,
    ],
  },
  {
    name: "a keyword that nobody checks",
    file: `${SCHEMAS}/response.yaml`,
    text: "      minimum: 0\n",
    replacement: "      minimum: 0\n      multipleOf: 2\n",
    problems: [
      `${SCHEMAS}/response.yaml:13:7 The validators do not check the keyword multipleOf; say it with another one, or add it to scripts/validators. (contract/known-keywords)`,
    ],
  },
  {
    name: "a keyword of the wrong kind",
    file: `${SCHEMAS}/text.yaml`,
    text: "maxLength: 64",
    replacement: "maxLength: many",
    problems: [`${SCHEMAS}/text.yaml:55:18 Expected type \`integer\` but got \`string\`. (struct)`],
  },
];
