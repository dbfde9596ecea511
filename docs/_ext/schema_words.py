"""Words for the types of a JSON schema, as Markdown."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

Json = Mapping[str, Any]
BOUNDS = {"minimum": "≥", "maximum": "≤", "minLength": "length ≥", "maxLength": "length ≤", "maxItems": "items ≤"}


def type_words(schema: Json) -> str:
    """What a value may be: `string`, a link to a model, `list of …`, values, bounds."""
    if "$ref" in schema:
        return model_link(schema["$ref"])
    if "anyOf" in schema:
        return " or ".join(map(type_words, schema["anyOf"]))
    if "enum" in schema:
        return " or ".join(f"`{json.dumps(value)}`" for value in schema["enum"])
    return _container_words(schema) or _plain_words(schema)


def model_link(ref: str) -> str:
    """A link to the model's own heading on the same page."""
    name = ref.rpartition("/")[2]
    return f"[{name}](#{name.lower()})"


def _container_words(schema: Json) -> str:
    """Empty where it is neither a list nor a mapping of something."""
    if schema.get("type") == "array" and "items" in schema:
        return f"list of {type_words(schema['items'])}"
    values = schema.get("additionalProperties")
    return f"object of {type_words(values)}" if isinstance(values, Mapping) and values else ""


def _plain_words(schema: Json) -> str:
    bounds = ", ".join(f"{sign} {schema[key]}" for key, sign in BOUNDS.items() if key in schema)
    return f"{schema.get('type', 'anything')}{f' ({bounds})' if bounds else ''}"
