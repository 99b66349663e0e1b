"""Elements of a landscape that several pictures share: ridges, trees, birds, water, stars, a small house."""

import math
from itertools import pairwise

from portal.site.demo.pictures.canvas import (
    AMBER_LIGHT,
    CREAM,
    HEIGHT,
    PINE_DARK,
    PINE_NIGHT,
    WIDTH,
    Canvas,
    Point,
    Points,
    box,
    disc,
    mix,
    smooth,
)


def ridge(canvas: Canvas, height: float, swing: float, fill: str, to: str, *, roughness: float = 0.5) -> list[Point]:
    """A mountain line across the picture at about `height`; returns its outline from left to right."""
    span = 1.0
    line = [canvas.random.uniform(-1, 1), canvas.random.uniform(-1, 1)]
    for _ in range(8):
        longer: list[float] = []
        for first, second in pairwise(line):
            longer += [first, (first + second) / 2 + canvas.random.uniform(-span, span)]
        line = [*longer, line[-1]]
        span *= roughness
    top = [(WIDTH * i / (len(line) - 1), height - value * swing) for i, value in enumerate(line)]
    canvas.shape([*top, (WIDTH, HEIGHT), (0, HEIGHT)], fill, to)
    return top


def hill(canvas: Canvas, points: Points, fill: str, to: str) -> list[Point]:
    """A soft hill whose upper edge runs smoothly through the points; returns that edge."""
    top = smooth(points, steps=24)
    canvas.shape([*top, (WIDTH, HEIGHT), (0, HEIGHT)], fill, to)
    return top


def conifer(canvas: Canvas, x: float, foot: float, height: float, fill: str) -> None:
    """A spruce: a slim stack of boughs."""
    canvas.shape(box(x - height * 0.02, foot - height * 0.12, height * 0.04, height * 0.13), mix(fill, PINE_NIGHT, 0.5))
    tiers = 6
    right: list[Point] = []
    left: list[Point] = []
    for tier in range(tiers):
        share = (tier + 1) / tiers
        half = height * (0.05 + 0.17 * share) * canvas.random.uniform(0.9, 1.08)
        level = foot - height * 0.1 - height * 0.88 * (1 - share)
        right += [(x + half, level), (x + half * 0.48, level - height * 0.025)]
        left += [(x - half, level), (x - half * 0.48, level - height * 0.025)]
    canvas.shape([(x, foot - height), *right[:-1], *reversed(left[:-1])], fill)


def forest(canvas: Canvas, edge: Points, count: int, size: tuple[float, float], fill: str, *, to: str) -> None:
    """Spruces along an edge, the farther ones first."""
    places = sorted(canvas.random.randrange(len(edge)) for _ in range(count))
    canvas.random.shuffle(places)
    for number, place in enumerate(places):
        x, y = edge[place]
        height = canvas.random.uniform(*size)
        conifer(canvas, x, y + height * 0.12, height, mix(fill, to, number / max(1, count - 1)))


def bird(canvas: Canvas, x: float, y: float, span: float, fill: str, *, tilt: float = 0) -> None:
    """A bird in flight, seen from afar: two bent wings."""
    rise = span * 0.18
    upper = smooth(
        [
            (x - span / 2, y - rise + tilt),
            (x - span / 4, y - rise * 1.5 + tilt / 2),
            (x, y),
            (x + span / 4, y - rise * 1.5 - tilt / 2),
            (x + span / 2, y - rise - tilt),
        ]
    )
    lower = smooth(
        [
            (x + span / 2, y - rise - tilt),
            (x + span / 4, y - rise * 0.75 - tilt / 2),
            (x, y + rise * 0.55),
            (x - span / 4, y - rise * 0.75 + tilt / 2),
            (x - span / 2, y - rise + tilt),
        ]
    )
    canvas.shape([*upper, *lower], fill)


def stars(canvas: Canvas, count: int, bottom: float, fill: str = CREAM) -> None:
    """Small stars over the upper part of the picture."""
    for _ in range(count):
        size = canvas.random.uniform(0.8, 2.4)
        canvas.shape(
            disc(canvas.random.uniform(0, WIDTH), canvas.random.uniform(0, bottom), size),
            fill,
            alpha=canvas.random.uniform(0.35, 0.95),
        )


def river(canvas: Canvas, bends: list[tuple[float, float, float]], fill: str, to: str) -> None:
    """Water that runs through (x, y, half-width) bends, from the far end to the near one."""
    left = smooth([(x - half, y) for x, y, half in bends], steps=20)
    right = smooth([(x + half, y) for x, y, half in bends], steps=20)
    canvas.shape([*left, *reversed(right)], fill, to)


def glints(canvas: Canvas, area: tuple[float, float, float, float], count: int, fill: str, alpha: float = 0.5) -> None:
    """Short light strokes on water inside (left, top, right, bottom); longer ones lie nearer."""
    left, top, right, bottom = area
    for _ in range(count):
        depth = canvas.random.random()
        y = top + (bottom - top) * depth
        x = canvas.random.uniform(left, right)
        length = 14 + 90 * depth * canvas.random.uniform(0.4, 1)
        canvas.shape(disc(x, y, length / 2, 0.9 + 2.2 * depth), fill, alpha=alpha * canvas.random.uniform(0.3, 1))


def house(canvas: Canvas, x: float, foot: float, size: float, wall: str = "#5A3B26", *, roof: str = PINE_DARK) -> None:
    """A small log house with lit windows; `x` is its middle, `size` its width."""
    height = size * 0.5
    canvas.shape(box(x - size / 2, foot - height, size, height), wall, mix(wall, PINE_NIGHT, 0.45))
    for log in range(1, 7):
        level = foot - height * log / 7
        canvas.line([(x - size / 2, level), (x + size / 2, level)], size * 0.006, mix(wall, PINE_NIGHT, 0.4))
    chimney = box(x + size * 0.2, foot - height - size * 0.38, size * 0.09, size * 0.26)
    canvas.shape(chimney, mix(wall, "#B9A48A", 0.25), mix(wall, PINE_NIGHT, 0.3))
    canvas.shape(
        [
            (x - size * 0.6, foot - height + size * 0.02),
            (x, foot - height - size * 0.4),
            (x + size * 0.6, foot - height + size * 0.02),
        ],
        roof,
        mix(roof, PINE_NIGHT, 0.4),
    )
    for left in (-0.36, -0.07, 0.22):
        frame = size * 0.155
        wx, wy = x + size * left, foot - height * 0.72
        canvas.glow(wx + frame / 2, wy + frame * 0.6, size * 0.28, AMBER_LIGHT, strength=0.5)
        canvas.shape(box(wx, wy, frame, frame * 1.25, 2), CREAM, AMBER_LIGHT)
        canvas.line([(wx + frame / 2, wy), (wx + frame / 2, wy + frame * 1.25)], size * 0.009, wall)
        canvas.line([(wx, wy + frame * 0.5), (wx + frame, wy + frame * 0.5)], size * 0.009, wall)


def smoke(canvas: Canvas, x: float, y: float, height: float, fill: str) -> None:
    """A thin plume that widens upward."""
    for step in range(26):
        share = step / 25
        canvas.glow(
            x + math.sin(share * 5) * height * 0.09 + share * height * 0.25,
            y - share * height,
            height * (0.06 + 0.16 * share),
            fill,
            strength=0.3 * (1 - share) + 0.03,
        )
