"""The README and the links of the package's page on PyPI, made when it is built; hatchling calls this."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

from hatchling.metadata.plugin.interface import MetadataHookInterface

RELEASE = "AREYOUJ_RELEASE"
"""The variable that `make release` sets."""
REFUSAL = (
    "A release needs the project's public address: fill in `url` in pyproject.toml, [tool.hatch.metadata.hooks.custom]."
)
RELATIVE = r"\]\((?![a-z]+:|#)"
"""Where the target of a Markdown link begins, if it is a path in the repository."""
PICTURE = re.compile(rf"(!\[[^\]]*){RELATIVE}")
LINK = re.compile(RELATIVE)


class MetadataHook(MetadataHookInterface):
    """Fills in `readme` and `urls`, which pyproject.toml calls dynamic."""

    def update(self, metadata: dict[str, Any]) -> None:
        """Change the project's metadata in place. A release without an address ends the build."""
        url = self.config["url"].rstrip("/")
        if os.environ.get(RELEASE) and not url:
            raise SystemExit(REFUSAL)  # no traceback: the builder shows this sentence alone
        tag = f"v{metadata['version']}"
        text = (Path(self.root) / "README.md").read_text(encoding="utf-8")
        metadata["readme"] = {"content-type": "text/markdown", "text": absolute(text, url, tag) if url else text}
        metadata["urls"] = urls(url, tag) if url else {}


def absolute(text: str, url: str, tag: str) -> str:
    """A Markdown text whose pictures and links lead from everywhere to the files of a tag, as GitHub shows them."""
    return LINK.sub(f"]({url}/blob/{tag}/", PICTURE.sub(rf"\g<1>]({url}/raw/{tag}/", text))


def urls(url: str, tag: str) -> dict[str, str]:
    """The links beside the description, in PyPI's well-known names."""
    return {
        "Homepage": url,
        "Documentation": f"{url}/blob/{tag}/docs/index.md",
        "Source": url,
        "Issues": f"{url}/issues",
        "Changelog": f"{url}/blob/{tag}/CHANGELOG.md",
    }
