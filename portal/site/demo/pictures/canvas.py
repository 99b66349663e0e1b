"""A small painter on Pillow: layered shapes, gradients, light and grain, the same bytes for the same seed.

Coordinates are those of the finished picture (1600 × 1000); everything is drawn twice as large and reduced at the end,
which is what smooths the edges.
"""

import math
from collections.abc import Iterable, Sequence
from random import Random

from PIL import Image, ImageChops, ImageColor, ImageDraw, ImageFilter

WIDTH, HEIGHT = 1600, 1000
SCALE = 2

Point = tuple[float, float]
Points = Sequence[Point]

# The palette of the portal (static/css/tokens.css) and its neighbours in lightness.
PAPER = "#FBFAF7"
LINEN = "#F1ECE0"
SAND = "#E6DAC3"
INK = "#1C2421"
PINE = "#1D5B4F"
PINE_DARK = "#123C35"
PINE_NIGHT = "#0C2A29"
PINE_MID = "#3E7F70"
PINE_SOFT = "#7FAEA0"
PINE_PALE = "#BFD8CF"
PINE_TINT = "#E6F0EC"
AMBER = "#C96A1B"
AMBER_DARK = "#8A4208"
AMBER_LIGHT = "#E9A659"
AMBER_PALE = "#F6D9A8"
CREAM = "#FFF1D6"
SNOW = "#F4F7F8"


def mix(first: str, second: str, share: float) -> str:
    """The colour that lies `share` (0…1) of the way from the first to the second."""
    a, b = ImageColor.getrgb(first), ImageColor.getrgb(second)
    return "#{:02x}{:02x}{:02x}".format(*(round(x + (y - x) * share) for x, y in zip(a, b, strict=False)))


def smooth(points: Points, steps: int = 12, closed: bool = False) -> list[Point]:
    """A Catmull–Rom curve through the points: `steps` segments between two neighbours."""
    count = len(points)
    result: list[Point] = []
    for i in range(count if closed else count - 1):
        indices = (i - 1, i, i + 1, i + 2)
        p0, p1, p2, p3 = (points[k % count] if closed else points[min(max(k, 0), count - 1)] for k in indices)
        for step in range(steps):
            t = step / steps
            result.append(
                (
                    0.5
                    * (
                        2 * p1[0]
                        + (p2[0] - p0[0]) * t
                        + (2 * p0[0] - 5 * p1[0] + 4 * p2[0] - p3[0]) * t**2
                        + (3 * p1[0] - p0[0] - 3 * p2[0] + p3[0]) * t**3
                    ),
                    0.5
                    * (
                        2 * p1[1]
                        + (p2[1] - p0[1]) * t
                        + (2 * p0[1] - 5 * p1[1] + 4 * p2[1] - p3[1]) * t**2
                        + (3 * p1[1] - p0[1] - 3 * p2[1] + p3[1]) * t**3
                    ),
                )
            )
    if not closed:
        result.append(points[-1])
    return result


def turned(points: Iterable[Point], angle: float, centre: Point) -> list[Point]:
    """The points turned clockwise by `angle` degrees about the centre."""
    sine, cosine = math.sin(math.radians(angle)), math.cos(math.radians(angle))
    cx, cy = centre
    return [(cx + (x - cx) * cosine - (y - cy) * sine, cy + (x - cx) * sine + (y - cy) * cosine) for x, y in points]


def box(x: float, y: float, width: float, height: float, radius: float = 0, *, angle: float = 0) -> list[Point]:
    """A rectangle with rounded corners, turned by `angle` degrees about its centre, as points."""
    corners = (
        (x + width - radius, y + radius, -90),
        (x + width - radius, y + height - radius, 0),
        (x + radius, y + height - radius, 90),
        (x + radius, y + radius, 180),
    )
    outline: list[Point] = []
    for cx, cy, start in corners:
        for step in range(9 if radius else 1):
            turn = math.radians(start + step * 90 / 8)
            outline.append((cx + radius * math.cos(turn), cy + radius * math.sin(turn)))
    return turned(outline, angle, (x + width / 2, y + height / 2))


def disc(x: float, y: float, radius: float, radius_y: float | None = None, angle: float = 0) -> list[Point]:
    """A circle (an ellipse with `radius_y`) as points."""
    other = radius if radius_y is None else radius_y
    outline = [
        (x + radius * math.cos(step * math.tau / 96), y + other * math.sin(step * math.tau / 96)) for step in range(96)
    ]
    return turned(outline, angle, (x, y)) if angle else outline


class Canvas:
    """One picture while it is being painted."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)  # noqa: S311
        self.image = Image.new("RGB", (WIDTH * SCALE, HEIGHT * SCALE), PAPER)
        self.draw = ImageDraw.Draw(self.image)

    def ground(self, *stops: tuple[float, str]) -> None:
        """Fills the whole picture with a vertical gradient through (height share, colour) stops."""
        self.image.paste(_column(HEIGHT * SCALE, stops).resize(self.image.size))

    def shape(self, points: Points, fill: str, to: str | None = None, alpha: float = 1.0) -> None:
        """A filled outline; `to` makes the fill a gradient from the shape's top to its bottom."""
        scaled = [(x * SCALE, y * SCALE) for x, y in points]
        if to is None and alpha >= 1:
            self.draw.polygon(scaled, fill=fill)
            return
        left = max(0, math.floor(min(x for x, _ in scaled)))
        top = max(0, math.floor(min(y for _, y in scaled)))
        right = min(self.image.width, math.ceil(max(x for x, _ in scaled)) + 1)
        bottom = min(self.image.height, math.ceil(max(y for _, y in scaled)) + 1)
        if right <= left or bottom <= top:
            return
        mask = Image.new("L", (right - left, bottom - top))
        ImageDraw.Draw(mask).polygon([(x - left, y - top) for x, y in scaled], fill=round(255 * alpha))
        colours = _column(bottom - top, ((0, fill), (1, to or fill))).resize(mask.size)
        self.image.paste(colours, (left, top), mask)

    def line(self, points: Points, width: float, fill: str, alpha: float = 1.0) -> None:
        """A stroke with round joints and ends."""
        scaled = [(x * SCALE, y * SCALE) for x, y in points]
        if alpha < 1:
            mask = Image.new("L", self.image.size)
            _stroke(ImageDraw.Draw(mask), scaled, width * SCALE, round(255 * alpha))
            self.image.paste(fill, (0, 0), mask)
        else:
            _stroke(self.draw, scaled, width * SCALE, fill)

    def glow(self, x: float, y: float, radius: float, fill: str, *, strength: float = 1.0) -> None:
        """Light that fades from a point to nothing at `radius`."""
        size = round(2 * radius * SCALE)
        light = ImageChops.invert(Image.radial_gradient("L")).point(
            [max(0, round((value - 74) * 255 / 181 * strength)) for value in range(256)]
        )
        self.image.paste(
            Image.new("RGB", (size, size), fill),
            (round((x - radius) * SCALE), round((y - radius) * SCALE)),
            light.resize((size, size), Image.Resampling.BILINEAR),
        )

    def shadow(self, points: Points, blur: float = 18, alpha: float = 0.28, shift: Point = (10, 16)) -> None:
        """The soft shadow that a shape would throw; painted before the shape itself."""
        quarter = 4
        mask = Image.new("L", (WIDTH // quarter, HEIGHT // quarter))
        ImageDraw.Draw(mask).polygon(
            [((x + shift[0]) / quarter, (y + shift[1]) / quarter) for x, y in points], fill=round(255 * alpha)
        )
        mask = mask.filter(ImageFilter.GaussianBlur(blur / quarter))
        left, top, right, bottom = mask.getbbox() or (0, 0, 1, 1)
        factor = quarter * SCALE
        part = mask.crop((left, top, right, bottom)).resize(
            ((right - left) * factor, (bottom - top) * factor), Image.Resampling.BILINEAR
        )
        self.image.paste(Image.new("RGB", part.size, PINE_NIGHT), (left * factor, top * factor), part)

    def mist(self, top: float, bottom: float, fill: str, strength: float = 0.6) -> None:
        """A band of haze, strongest in its middle."""
        height = round((bottom - top) * SCALE)
        column = Image.new("L", (1, height))
        column.putdata([round(255 * strength * math.sin(math.pi * (row + 0.5) / height) ** 2) for row in range(height)])
        band = column.resize((self.image.width, height))
        self.image.paste(Image.new("RGB", band.size, fill), (0, round(top * SCALE)), band)

    def finished(self, grain: float = 0.28) -> Image.Image:
        """The picture in its final size, with a slight grain and quieter corners."""
        picture = self.image.reduce(SCALE)
        half = (WIDTH // 2, HEIGHT // 2)
        noise = Image.frombytes("L", half, self.random.randbytes(half[0] * half[1])).filter(ImageFilter.BoxBlur(1))
        noise = noise.resize(picture.size, Image.Resampling.BILINEAR)
        speckled = ImageChops.soft_light(picture, Image.merge("RGB", (noise, noise, noise)))
        picture = Image.blend(picture, speckled, grain)
        corners = Image.radial_gradient("L").resize(picture.size).point([max(0, v - 140) // 3 for v in range(256)])
        picture.paste(Image.new("RGB", picture.size, PINE_NIGHT), (0, 0), corners)
        return picture


def _column(height: int, stops: Sequence[tuple[float, str]]) -> Image.Image:
    """A strip one pixel wide and `height` tall with the gradient through the stops."""
    colours = [(share, ImageColor.getrgb(colour)) for share, colour in stops]
    rows: list[tuple[int, ...]] = []
    for row in range(height):
        share = row / max(1, height - 1)
        after = next((i for i, (stop, _) in enumerate(colours) if stop >= share), len(colours) - 1)
        before = max(0, after - 1)
        (start, first), (end, second) = colours[before], colours[after]
        part = 0.0 if end == start else min(1.0, max(0.0, (share - start) / (end - start)))
        rows.append(tuple(round(a + (b - a) * part) for a, b in zip(first, second, strict=False)))
    strip = Image.new("RGB", (1, height))
    strip.putdata(rows)
    return strip


def _stroke(draw: ImageDraw.ImageDraw, points: Points, width: float, fill: str | int) -> None:
    draw.line(list(points), fill=fill, width=round(width), joint="curve")
    for x, y in (points[0], points[-1]):
        draw.ellipse((x - width / 2, y - width / 2, x + width / 2, y + width / 2), fill=fill)
