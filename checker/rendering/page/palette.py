"""The colours of the statuses as style rules, from the one table of looks."""

from __future__ import annotations

from checker.rendering.marks import LOOKS


def palette() -> str:
    """Custom properties for light and dark, and the classes that use them."""
    light = "".join(f"--{one.value}:{look.ink};--{one.value}-g:{look.ground};" for one, look in LOOKS.items())
    dark = "".join(f"--{one.value}:{look.dark_ink};--{one.value}-g:{look.dark_ground};" for one, look in LOOKS.items())
    rules = "".join(
        f".badge.{name},.figure.{name}{{color:var(--{name});background:var(--{name}-g)}}"
        f".piece.{name},.box.{name} .bar{{fill:var(--{name})}}"
        f".box.{name} rect{{fill:var(--{name}-g);stroke:var(--{name})}}"
        f".legend .sign.{name}{{background:var(--{name})}}"
        for name in (one.value for one in LOOKS)
    )
    return f":root{{{light}}}@media screen and (prefers-color-scheme:dark){{:root{{{dark}}}}}{rules}"
