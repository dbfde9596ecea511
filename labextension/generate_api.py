"""Write core/api.gen.ts: the models of the HTTP and WebSocket interface as TypeScript types.

Run it after a change of `areyouj_jupyter/models`; a test compares the committed file with `source()`.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import msgspec

from areyouj_jupyter import models

TARGET = Path(__file__).parent / "core" / "api.gen.ts"
HEADER = "// Written by generate_api.py from areyouj_jupyter/models; do not edit.\n"
SCALARS = {"string": "string", "number": "number", "integer": "number", "boolean": "boolean", "null": "null"}

Schema = dict[str, Any]  # a JSON schema, as msgspec writes it


def source() -> str:
    """The whole file."""
    structs = [thing for thing in vars(models).values() if _is_model(thing)]
    _, schemas = msgspec.json.schema_components(structs, ref_template="{name}")
    return HEADER + "".join(_interface(struct, schemas[struct.__name__]) for struct in structs)


def _is_model(thing: object) -> bool:
    """Whether it is a shape of ours, not one of the two base classes or something imported."""
    bases = (models.Model, models.Request)
    return isinstance(thing, type) and issubclass(thing, bases) and thing not in bases


def _interface(struct: type, schema: Schema) -> str:
    """One exported interface. The server always says every field; a request may leave out what has a default."""
    said = issubclass(struct, models.Model)
    fields = "".join(
        f"  {name}{'' if said or name in schema['required'] else '?'}: {_field(field, said)};\n"
        for name, field in schema["properties"].items()
    )
    return f"\n/** {schema['description']} */\nexport interface {struct.__name__} {{\n{fields}}}\n"


def _field(schema: Schema, said: bool) -> str:
    """A field's type; a model inside a request may leave out anything, since the server fills in its defaults."""
    return _type(schema) if said or "$ref" not in schema else f"Partial<{_type(schema)}>"


def _type(schema: Schema) -> str:
    """A schema as a TypeScript type; `unknown` for a model of any kind and for free JSON."""
    if "$ref" in schema:
        return "unknown" if schema["$ref"] == models.Model.__name__ else str(schema["$ref"])
    if "enum" in schema:
        return " | ".join(_literal(value) for value in schema["enum"])
    if "anyOf" in schema:
        # msgspec 0.19 begins with null
        return " | ".join(sorted(map(_type, schema["anyOf"]), key=lambda kind: kind == "null"))
    kind = schema.get("type")
    if kind == "array":
        return _array(schema)
    if kind == "object":
        return f"Record<string, {_type(schema.get('additionalProperties') or {})}>"
    return SCALARS[kind] if kind else "unknown"


def _array(schema: Schema) -> str:
    """A list or a tuple."""
    if "prefixItems" in schema:
        return f"[{', '.join(_type(item) for item in schema['prefixItems'])}]"
    item = _type(schema["items"])
    return f"({item})[]" if " | " in item else f"{item}[]"


def _literal(value: str | int | bool) -> str:
    """A constant as TypeScript."""
    return f"'{value}'" if isinstance(value, str) else json.dumps(value)


if __name__ == "__main__":
    TARGET.write_text(source(), encoding="utf-8")
