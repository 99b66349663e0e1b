"""Pictures of things that stand for the Centre's work: boats, a telephone, comics, mittens, boots, a camera, a kite."""

import math

from portal.site.demo.pictures.canvas import (
    AMBER,
    AMBER_DARK,
    AMBER_LIGHT,
    AMBER_PALE,
    CREAM,
    INK,
    LINEN,
    PAPER,
    PINE,
    PINE_DARK,
    PINE_MID,
    PINE_NIGHT,
    PINE_PALE,
    PINE_SOFT,
    PINE_TINT,
    SAND,
    WIDTH,
    Canvas,
    Point,
    box,
    disc,
    mix,
    smooth,
    turned,
)
from portal.site.demo.pictures.landscape import forest, glints, hill, house, ridge


def paper_boat(canvas: Canvas, x: float, y: float, size: float, fill: str) -> None:
    """A folded paper boat; `x`, `y` is the middle of its waterline."""

    def folded(*points: Point) -> list[Point]:
        return [(x + px * size, y + py * size) for px, py in points]

    canvas.shape(disc(x, y + size * 0.07, size * 0.62, size * 0.06), PINE_NIGHT, alpha=0.28)
    canvas.shape(folded((-0.3, -0.2), (0, -0.74), (0, -0.08)), mix(fill, PINE_NIGHT, 0.04), mix(fill, PINE_NIGHT, 0.16))
    canvas.shape(folded((0, -0.74), (0.3, -0.2), (0, -0.08)), mix(fill, PAPER, 0.5), fill)
    canvas.shape(
        folded((-0.64, -0.3), (0, -0.16), (0, 0.08), (-0.4, 0.08)), mix(fill, PAPER, 0.3), mix(fill, PINE_NIGHT, 0.1)
    )
    canvas.shape(folded((0.64, -0.3), (0, -0.16), (0, 0.08), (0.4, 0.08)), fill, mix(fill, PINE_NIGHT, 0.22))
    canvas.shape(folded((-0.38, 0.09), (0.38, 0.09), (0.22, 0.24), (-0.22, 0.24)), fill, mix(fill, PINE_MID, 0.7), 0.3)


def paper_boats(canvas: Canvas) -> None:
    """A big paper boat and two small ones on quiet water."""
    canvas.ground((0, "#F7ECD6"), (0.3, "#F6DDB2"), (0.34, "#9CC5BB"), (1, PINE))
    canvas.glow(1180, 290, 460, "#FFF7E4", strength=1)
    ridge(canvas, 300, 40, "#D9C9A4", "#E3D3AE", roughness=0.5)
    far = ridge(canvas, 326, 16, "#A9B594", "#B7BF9B", roughness=0.5)
    forest(canvas, far, 46, (14, 34), "#8FA488", to="#86A083")
    canvas.shape([(0, 345), (WIDTH, 345), (WIDTH, 1000), (0, 1000)], "#B7D6CC", "#1F6154")
    glints(canvas, (0, 360, WIDTH, 980), 170, PAPER, 0.5)
    for x, y, size in ((1010, 520, 190), (1250, 640, 250), (600, 760, 520)):
        for ring in (1, 2):
            outer = disc(x, y + size * 0.08, size * (0.6 + 0.2 * ring), size * (0.07 + 0.035 * ring))
            canvas.line([*outer, outer[0]], 2.4, PAPER, 0.5 / ring)
    paper_boat(canvas, 1010, 520, 190, AMBER_LIGHT)
    paper_boat(canvas, 1250, 640, 250, "#F3F0E6")
    paper_boat(canvas, 600, 760, 520, "#FBF8F0")


def helpline(canvas: Canvas) -> None:
    """A telephone receiver whose cord draws a small heart on the way to it."""
    canvas.ground((0, "#FBF3E2"), (1, "#F4DDB0"))
    canvas.glow(980, 430, 640, "#FFFFFF", strength=0.9)
    for radius, alpha in ((430, 0.10), (330, 0.13), (232, 0.17)):
        canvas.shape(disc(990, 430, radius), AMBER_LIGHT, alpha=alpha)
    heart = [
        (16 * math.sin(a) ** 3, -(13 * math.cos(a) - 5 * math.cos(2 * a) - 2 * math.cos(3 * a) - math.cos(4 * a)))
        for a in (math.pi + step * math.tau / 60 for step in range(61))
    ]
    loop = [(430 + 9 * x, 560 + 9 * y) for x, y in heart]
    lead = smooth([(-40, 820), (140, 900), (330, 820), loop[0]], 20)
    tail = smooth([loop[-1], (560, 860), (720, 850), (830, 760), (868, 630)], 20)
    for shift, colour in ((8, mix("#F4DDB0", PINE_NIGHT, 0.2)), (0, PINE)):
        canvas.line([(x + shift, y + shift) for x, y in [*lead, *loop, *tail]], 15, colour)
    centre = (990.0, 430.0)
    turn = -42

    def part(points: list[Point]) -> list[Point]:
        return turned(points, turn, centre)

    grip = part(
        smooth(
            [
                (760, 470),
                (790, 382),
                (880, 340),
                (990, 328),
                (1100, 340),
                (1190, 382),
                (1220, 470),
                (1150, 452),
                (1080, 412),
                (990, 404),
                (900, 412),
                (830, 452),
            ],
            14,
            closed=True,
        )
    )
    ends = [part(box(724, 412, 156, 132, 44)), part(box(1100, 412, 156, 132, 44))]
    for outline in (grip, *ends):
        canvas.shadow(outline, 30, 0.35, (14, 22))
    canvas.shape(grip, "#2E7566", PINE_DARK)
    for outline in ends:
        canvas.shape(outline, PINE, PINE_DARK)
    for left in (744, 1120):
        canvas.shape(part(box(left, 520, 116, 36, 16)), PINE_NIGHT)
        for hole in range(4):
            canvas.shape(part(disc(left + 22 + hole * 24, 538, 5)), PINE_SOFT)
    canvas.line(part(smooth([(842, 392), (900, 366), (990, 356), (1080, 366)], 14)), 9, PINE_SOFT, 0.7)


def bubble(canvas: Canvas, place: tuple[float, float, float, float], tail: Point, fill: str, lines: int) -> None:
    """A speech bubble with strokes instead of words; `tail` is the point it speaks from."""
    x, y, width, height = place
    outline = disc(x + width / 2, y + height / 2, width / 2, height / 2)
    middle = (x + width / 2, y + height / 2)
    for grow, colour in ((6, INK), (0, fill)):
        canvas.shape(disc(*middle, width / 2 + grow, height / 2 + grow), colour)
        canvas.shape(
            [
                (middle[0] - 24 - grow, middle[1] + height * 0.3),
                (tail[0], tail[1] + grow),
                (middle[0] + 24 + grow, middle[1] + height * 0.3),
            ],
            colour,
        )
    canvas.shape(outline, fill)
    for row in range(lines):
        half = width * (0.30 if row in (0, lines - 1) else 0.36)
        level = middle[1] + (row - (lines - 1) / 2) * 26
        canvas.line(
            [(middle[0] - half, level), (middle[0] + half * (1 if row < lines - 1 else 0.3), level)], 8, PINE_SOFT
        )


def comics(canvas: Canvas) -> None:
    """A page of comics: hills, a house, a telephone, two speech bubbles."""
    canvas.ground((0, "#2D6A5E"), (1, PINE_DARK))
    page = box(70, 60, 1460, 880, 8)
    canvas.shadow(page, 40, 0.5)
    canvas.shape(page, PAPER, LINEN)
    panels = (
        [(110, 100), (860, 100), (780, 520), (110, 520)],
        [(890, 100), (1490, 100), (1490, 520), (810, 520)],
        [(110, 550), (620, 550), (560, 900), (110, 900)],
        [(650, 550), (1490, 550), (1490, 900), (590, 900)],
    )
    fills = ((AMBER_PALE, AMBER_LIGHT), (PINE_NIGHT, "#1F5A50"), (PINE_TINT, PINE_PALE), ("#FBE7BF", "#F2C583"))
    for panel, (fill, to) in zip(panels, fills, strict=True):
        canvas.shape(panel, fill, to)
    canvas.shape(disc(330, 250, 74), CREAM)
    canvas.shape(
        [*smooth([(110, 430), (260, 360), (420, 410), (600, 330), (815, 390)], 14), (780, 520), (110, 520)],
        PINE_SOFT,
        PINE_MID,
    )
    canvas.shape(
        [*smooth([(110, 470), (300, 440), (520, 480), (800, 430)], 14), (780, 520), (110, 520)], PINE, PINE_DARK
    )
    house(canvas, 1190, 470, 250, "#6B4226", roof=AMBER_DARK)
    for x, y in ((950, 170), (1060, 140), (1330, 160), (1430, 220), (930, 300), (1450, 330), (1270, 130)):
        canvas.shape(disc(x, y, 4), CREAM)
    canvas.shape(box(820, 468, 670, 52), "#103A35")
    telephone_panel(canvas)
    talk_panel(canvas)
    bubble(canvas, (980, 570, 250, 120), (960, 720), PAPER, 3)
    bubble(canvas, (1310, 580, 160, 100), (1300, 730), PAPER, 2)
    bubble(canvas, (500, 140, 270, 130), (470, 360), PAPER, 3)
    for panel in panels:
        canvas.line([*panel, panel[0], panel[1]], 9, INK)


def telephone_panel(canvas: Canvas) -> None:
    """A ringing receiver, for the third panel of the comics."""
    receiver = smooth(
        [
            (190, 790),
            (200, 720),
            (330, 690),
            (460, 720),
            (470, 790),
            (420, 780),
            (400, 740),
            (330, 732),
            (260, 740),
            (240, 780),
        ],
        10,
        closed=True,
    )
    canvas.shape(turned(receiver, -20, (330, 730)), AMBER, AMBER_DARK)
    for radius in (60, 92, 124):
        arc = [
            (470 + radius * math.cos(math.radians(a)), 660 + radius * math.sin(math.radians(a)))
            for a in range(-80, 11, 5)
        ]
        canvas.line(arc, 8, PINE)


def talk_panel(canvas: Canvas) -> None:
    """A grown-up and a child who talk, for the fourth panel of the comics."""
    for x, y, size, colour in ((900, 900, 210, PINE), (1250, 900, 150, AMBER)):
        canvas.shape(
            [
                *smooth(
                    [
                        (x - size * 0.5, y),
                        (x - size * 0.4, y - size * 0.62),
                        (x, y - size * 0.78),
                        (x + size * 0.4, y - size * 0.62),
                        (x + size * 0.5, y),
                    ],
                    12,
                )
            ],
            colour,
        )
        canvas.shape(disc(x, y - size * 1.02, size * 0.3), "#F0C79B", "#E2AE7C")
        canvas.shape(
            smooth(
                [
                    (x - size * 0.31, y - size),
                    (x - size * 0.2, y - size * 1.34),
                    (x + size * 0.2, y - size * 1.34),
                    (x + size * 0.31, y - size),
                    (x, y - size * 1.18),
                ],
                10,
                closed=True,
            ),
            INK,
        )


def mittens(canvas: Canvas) -> None:
    """Mittens of a whole family dry on one line: big, middle and small."""
    canvas.ground((0, "#E4EEEA"), (0.6, "#F7EEDC"), (1, "#EAD3A7"))
    canvas.glow(560, 380, 620, "#FFFFFF", strength=0.9)
    ridge(canvas, 800, 50, "#C9DDD2", "#DCE6D6", roughness=0.5)
    hill(canvas, [(0, 880), (500, 840), (1000, 890), (1600, 850)], "#A9CBBB", "#8FB9A6")
    rope = [(x, 210 + 70 * math.sin(math.pi * x / WIDTH)) for x in range(-20, WIDTH + 40, 20)]
    canvas.line(rope, 8, AMBER_DARK)
    pairs = (
        (330, 1.18, PINE, CREAM),
        (790, 0.98, AMBER, CREAM),
        (1170, 0.74, "#D8A24F", PINE),
        (1420, 0.52, PINE_SOFT, PAPER),
    )
    for x, size, fill, trim in pairs:
        for side in (-1, 1):
            cx = x + side * 86 * size
            top = 210 + 70 * math.sin(math.pi * cx / WIDTH) - 8
            knit(canvas, (cx, top), size, side, fill, trim=trim)


def knit(canvas: Canvas, hook: Point, size: float, side: int, fill: str, *, trim: str) -> None:
    """One knitted mitten that hangs by its cuff."""
    x, y = hook

    def at(points: list[Point]) -> list[Point]:
        return turned([(x + side * px * size, y + py * size) for px, py in points], side * 4, hook)

    hand = at(
        smooth(
            [
                (-56, 96),
                (-66, 220),
                (-60, 330),
                (0, 392),
                (58, 330),
                (66, 260),
                (108, 244),
                (118, 196),
                (84, 170),
                (58, 178),
                (56, 96),
            ],
            12,
            closed=True,
        )
    )
    canvas.shadow(hand, 22, 0.22, (14, 20))
    canvas.shape(hand, mix(fill, PAPER, 0.14), mix(fill, PINE_NIGHT, 0.2))
    for row in range(3):
        zigzag = [(-62 + step * 20.5, 216.0 + row * 40 + (14 if step % 2 else 0)) for step in range(7)]
        canvas.line(at(zigzag), 7 * size, trim)
    canvas.shape(at(box(-66, 14, 132, 92, 18)), trim, mix(trim, PINE_NIGHT, 0.12))
    for rib in range(6):
        canvas.line(at([(-50 + rib * 20, 24), (-50 + rib * 20, 96)]), 4 * size, mix(trim, fill, 0.45))
    canvas.shape(at(box(-9, -22, 18, 56, 6)), "#D9B67E", AMBER_DARK)


def school_bag(canvas: Canvas) -> None:
    """A school bag among autumn leaves, a lunch and a ruler beside it."""
    canvas.ground((0, "#F8EED9"), (0.66, "#F3DDB3"), (0.665, "#C99A5E"), (1, "#9D7140"))
    canvas.glow(560, 330, 620, "#FFFFFF", strength=0.85)
    canvas.shape(box(1120, 150, 330, 260, 10), PINE_DARK)
    canvas.shape(box(1134, 164, 302, 232, 4), PINE, PINE_DARK)
    canvas.line(smooth([(1180, 330), (1230, 240), (1290, 310), (1340, 220), (1400, 300)], 12), 6, PINE_PALE)
    canvas.line(smooth([(470, 330), (520, 190), (620, 170), (690, 320)], 16), 26, AMBER_DARK)
    bag = box(360, 290, 460, 560, 96)
    canvas.shadow(bag, 40, 0.4, (26, 22))
    canvas.shape(bag, "#2F7868", PINE_DARK)
    canvas.shape(box(390, 320, 400, 250, 78), PINE_MID, PINE)
    canvas.shape(box(420, 600, 340, 210, 40), "#2A6E5F", PINE_DARK)
    canvas.line([(440, 640), (740, 640)], 7, AMBER_LIGHT)
    for strap in (470, 690):
        canvas.shape(box(strap - 16, 500, 36, 120, 10), AMBER, AMBER_DARK)
        canvas.shape(box(strap - 22, 560, 48, 36, 8), CREAM)
    canvas.shape(
        [
            (590, 690),
            (620, 730),
            (668, 736),
            (632, 768),
            (642, 806),
            (590, 784),
            (538, 806),
            (548, 768),
            (512, 736),
            (560, 730),
        ],
        AMBER_LIGHT,
        AMBER,
    )
    for number, (fill, tall) in enumerate(((AMBER, 300), (CREAM, 340), (PINE_SOFT, 270), ("#D8A24F", 320))):
        canvas.shape(
            box(900 + number * 62, 838 - tall, 56, tall, 6), mix(fill, PAPER, 0.1), mix(fill, PINE_NIGHT, 0.16)
        )
        canvas.shape(box(900 + number * 62, 838 - tall + 46, 56, 22), PAPER, alpha=0.55)
    apple = (1240.0, 780.0)
    canvas.shadow(disc(*apple, 66), 20, 0.35, (14, 16))
    canvas.shape(disc(apple[0] - 20, apple[1], 50, 58), "#D9582F", "#9C2F18")
    canvas.shape(disc(apple[0] + 20, apple[1], 50, 58), "#D9582F", "#9C2F18")
    canvas.line([(apple[0], apple[1] - 44), (apple[0] + 10, apple[1] - 82)], 7, "#5A3A20")
    canvas.shape(disc(apple[0] + 34, apple[1] - 76, 28, 12, -24), PINE_MID)
    for _ in range(26):
        x, y = canvas.random.uniform(20, 1580), canvas.random.uniform(868, 985)
        fill = canvas.random.choice([AMBER, AMBER_LIGHT, "#D8A24F", "#B5551A", "#8FA36B"])
        angle = canvas.random.uniform(0, 360)
        canvas.shape(
            turned(smooth([(x - 34, y), (x, y - 15), (x + 34, y), (x, y + 15)], 10, closed=True), angle, (x, y)),
            fill,
            mix(fill, PINE_NIGHT, 0.2),
        )
    canvas.shape(box(60, 868, 250, 40, 4, angle=-6), LINEN, SAND)
    for mark in range(12):
        canvas.line(turned([(76 + mark * 19, 870), (76 + mark * 19, 884)], -6, (185, 888)), 2, INK)
