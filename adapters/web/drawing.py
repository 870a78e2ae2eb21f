"""A Vega-Lite specification on standard input, its SVG or PNG on standard output.

With `svgs` there are several of them, as JSON lists: a process that is warm draws in milliseconds.

Run as a program of its own: vl-convert keeps the interpreter to itself while it draws, which
would hold up everything else, up to seconds for the first picture.
"""

import json
import os
import sys

import vl_convert

AT_LEISURE = 10
"""How far several pictures stand back behind whatever else the machine does: for one somebody
waits, for several nobody does."""

SCALE = 2
"""Pixels of a PNG for one of the specification: screens are dense."""


def draw(specification: str, kind: str) -> bytes:
    """Draw as `svg` or `png`. Nothing is fetched, whatever the specification names.

    Raises:
        ValueError: it cannot be drawn, or not without fetching something.
    """
    svg = vl_convert.vegalite_to_svg(specification, allowed_base_urls=[])
    if "<image" in svg:  # svg_to_png would fetch it, and has no list of what is allowed
        raise ValueError("a picture within the picture")
    return vl_convert.svg_to_png(svg, scale=SCALE) if kind == "png" else svg.encode()


def draw_each(specifications: str) -> bytes:
    """Draw a list of specifications as a list of SVGs. Raises `ValueError` as `draw` does."""
    every = [json.dumps(one) for one in json.loads(specifications)]
    return json.dumps([draw(one, "svg").decode() for one in every]).encode()


if __name__ == "__main__":
    if sys.argv[1] == "svgs":
        os.nice(AT_LEISURE)
    asked = sys.stdin.buffer.read().decode()
    drawn = draw_each(asked) if sys.argv[1] == "svgs" else draw(asked, sys.argv[1])
    sys.stdout.buffer.write(drawn)
