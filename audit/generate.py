"""Prints the golden file again and again, each time with one part replaced by what the JSON Schema permits there: each line a
JSON string with the text of one. Every part that the schema describes takes its turn. (The strategy of the whole schema needs a
second a document; its parts need milliseconds.)"""

import json
import sys

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis_jsonschema import from_schema

SCHEMA, GOLDEN, COUNT = sys.argv[1], sys.argv[2], int(sys.argv[3])
# What is larger than this is left to its parts.
LARGEST = 4_000

schema = json.load(open(SCHEMA, encoding="utf-8"))
golden = json.load(open(GOLDEN, encoding="utf-8"))


def whole(part, depth=0):
    """The part with what it refers to written out."""
    if isinstance(part, list):
        return [whole(each) for each in part]
    if not isinstance(part, dict):
        return part
    if "$ref" in part:
        name = part["$ref"].removeprefix("#/$defs/")
        rest = {key: value for key, value in part.items() if key != "$ref"}
        return whole({**schema["$defs"][name], **rest})
    return {key: whole(value) for key, value in part.items() if key != "description"}


def places(part, value, path, found):
    """Notes the places in a value, by the part of the schema that describes them; the last of the same."""
    text = json.dumps(part, sort_keys=True)
    name = "/".join("*" if isinstance(step, int) else step for step in path)
    if path and len(text) <= LARGEST:
        found[name] = (part, path)
    for choice in part.get("anyOf", []) + part.get("oneOf", []):
        if choice.get("type") in ("object", "array"):
            places(choice, value, path, found)
    if isinstance(value, dict):
        for key, each in value.items():
            if key in part.get("properties", {}):
                places(part["properties"][key], each, [*path, key], found)
    if isinstance(value, list) and "items" in part:
        for number, each in enumerate(value):
            places(part["items"], each, [*path, number], found)


def replaced(value, path, other):
    if not path:
        return other
    copy = dict(value) if isinstance(value, dict) else list(value)
    copy[path[0]] = replaced(value[path[0]], path[1:], other)
    return copy


found = {}
places(whole(schema), golden, [], found)
for part, path in found.values():

    @settings(
        max_examples=COUNT,
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(from_schema(part))
    def show(value):
        print(json.dumps(json.dumps(replaced(golden, path, value))))

    show()
print(f"{len(found)} parts", file=sys.stderr)
