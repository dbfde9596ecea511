"""Program folders: where installers and version managers put programs, beyond a PATH that a desktop, a Hub's spawner or
systemd left bare. Where a tool's own variable is set, it decides, as it does for the tool.
"""

from __future__ import annotations

import glob
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

OWN = ("~/.local/bin", "~/bin", "~/.npm-global/bin", "~/go/bin", "~/.deno/bin", "~/.nix-profile/bin")
MANAGED = (
    ("NPM_CONFIG_PREFIX", "", "/bin"),
    ("BUN_INSTALL", "~/.bun", "/bin"),
    *(("PNPM_HOME", home, bin) for home in ("~/.local/share/pnpm", "~/Library/pnpm") for bin in ("/bin", "")),  # 11, 10
    ("VOLTA_HOME", "~/.volta", "/bin"),
    ("MISE_DATA_DIR", "~/.local/share/mise", "/shims"),
    ("ASDF_DATA_DIR", "~/.asdf", "/shims"),
    ("PYENV_ROOT", "~/.pyenv", "/shims"),
    ("CARGO_HOME", "~/.cargo", "/bin"),
    ("CONDA_PREFIX", "", "/bin"),
)
"""Variable, folder where it is not set, and what follows."""
NVM, FNM = "~/.nvm", ("~/.local/share/fnm", "~/Library/Application Support/fnm", "~/.fnm")
CONDA = ("~/miniconda3", "~/anaconda3", "~/miniforge3", "~/mambaforge", "~/micromamba", "/opt/conda")
SYSTEM = ("/opt/homebrew/bin", "/usr/local/bin", "/home/linuxbrew/.linuxbrew/bin", "~/.linuxbrew/bin", "/snap/bin")


def program_folders(environment: Mapping[str, str]) -> list[str]:
    """Those that may hold programs, the likeliest first; not all exist. Blocking, a few looks into folders."""
    home = environment.get("HOME", "~")

    def full(path: str) -> str:
        return re.sub(r"^~(?=/)", lambda _: home, path)

    managed = [(environment.get(name) or full(usual), below) for name, usual, below in MANAGED]
    fnm = [environment["FNM_DIR"]] if environment.get("FNM_DIR") else list(map(full, FNM))
    return [
        *map(full, OWN),
        *(root + below for root, below in managed if root),
        *_nvm(Path(environment.get("NVM_DIR") or full(NVM))),
        *(folder for root in fnm for folder in _fnm(root)),
        *(folder for root in CONDA for folder in _conda(full(root))),
        *map(full, SYSTEM),
    ]


def _nvm(root: Path) -> Iterator[str]:
    """The default version's, which is an exact one, the beginning of one, or a name of nvm's; then the newest first."""
    try:
        default = (root / "alias" / "default").read_text("utf-8").strip().removeprefix("v")
    except OSError:
        default = ""
    versions = _newest_first(f"{glob.escape(str(root))}/versions/node/*/bin")
    preferred = [each for each in versions if f"{Path(each).parent.name}.".startswith(f"v{default}.")]
    yield from preferred if default else ()
    yield from (each for each in versions if not default or each not in preferred)


def _fnm(root: str) -> Iterator[str]:
    yield f"{root}/aliases/default/bin"
    yield from _newest_first(f"{glob.escape(root)}/node-versions/*/installation/bin")


def _conda(root: str) -> Iterator[str]:
    yield f"{root}/bin"
    yield from sorted(glob.glob(f"{glob.escape(root)}/envs/*/bin"))  # noqa: PTH207 - Path.glob refuses absolute ones


def _newest_first(pattern: str) -> list[str]:
    """By the numbers in their paths: v22 before v9."""
    found = glob.glob(pattern)  # noqa: PTH207 - Path.glob refuses absolute ones
    return sorted(found, key=lambda path: [int(number) for number in re.findall(r"\d+", path)], reverse=True)
