"""Gives the bodies to Python's jsonschema."""

import json
import sys

try:
    import jsonschema
except ImportError:
    sys.exit("MISSING: Python has no jsonschema (on Debian: apt install python3-jsonschema).")

with open(sys.argv[1], encoding="utf-8") as file:
    validator = jsonschema.Draft202012Validator(json.load(file))
with open(sys.argv[2], encoding="utf-8") as file:
    bodies = json.load(file)

taken = sum(validator.is_valid(body) for body in bodies["valid"])
refused = sum(not validator.is_valid(body) for body in bodies["faulty"])
share = {"valid": [taken, len(bodies["valid"])], "faulty": [refused, len(bodies["faulty"])]}
print(json.dumps({"share": share}))
