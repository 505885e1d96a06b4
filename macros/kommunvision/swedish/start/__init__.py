"""Files to begin with, as templates, and the made-up kommun that the handbook begins with."""

from __future__ import annotations

from kommunvision.swedish.registry import OfficialKommun

EXAMPLE = OfficialKommun("9999", "Exempelby", "Exempelby kommun", "Exempellän", None)

# The line that a kommun.yml has for a made-up kommun, and the one where an address is unknown.
MADE_UP = "  påhittad: ja"
NO_URL = "  # webbplats: https://"
URL = "  webbplats: {url}"

# The address of the site that mkdocs.yml begins with, until somebody has written the right one.
EXAMPLE_ADDRESS = "https://kommunen.example/"
