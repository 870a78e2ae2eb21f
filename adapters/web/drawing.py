"""A Vega-Lite specification on standard input, its SVG or PNG on standard output.

Run as a program of its own: vl-convert keeps the interpreter to itself while it draws, which
would hold up everything else, up to seconds for the first picture.
"""

import sys

import vl_convert

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


if __name__ == "__main__":
    sys.stdout.buffer.write(draw(sys.stdin.buffer.read().decode(), sys.argv[1]))
