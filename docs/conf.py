"""How Sphinx builds these pages; `make docs` runs it."""

import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parent), str(HERE / "_ext")]

from areyouj_jupyter import __version__  # noqa: E402

project = "AreYouJ for Jupyter"
author = "The AreYouJ authors"
release = version = __version__

extensions = ["myst_parser", "sphinx.ext.autodoc", "generated_parts"]
exclude_patterns = ["_build", "_ext"]
suppress_warnings = ["misc.highlighting_failure"]  # a cell with a magic is no Python

myst_heading_anchors = 4

default_role = "code"  # our docstrings have `names` in single backticks
autodoc_member_order = "bysource"
autodoc_class_signature = "separated"  # a crew, a handle and a reply are given to you; nobody makes one
autodoc_typehints_format = "short"
nitpick_ignore_regex = [("py:class", r".*")]  # types in signatures, of which only some have a page

html_theme = "pydata_sphinx_theme"
html_title = "AreYouJ for Jupyter"
html_show_sourcelink = False
html_show_copyright = False
html_theme_options = {"navigation_with_keys": False, "show_toc_level": 2}
