"""Pictures of a table seen from above: notebooks, a map, a circle of cups, jars of savings, a certificate."""

import math

from portal.site.demo.pictures.canvas import (
    AMBER,
    AMBER_DARK,
    AMBER_LIGHT,
    AMBER_PALE,
    CREAM,
    HEIGHT,
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

Place = tuple[float, float, float, float]  # left, top, width, height


def wood(canvas: Canvas, light: str, dark: str) -> None:
    """Boards of a table top with a slight grain."""
    canvas.ground((0, light), (1, dark))
    boards = 5
    for board in range(boards):
        top = HEIGHT * board / boards
        tone = mix(mix(light, dark, board / boards), canvas.random.choice([PAPER, AMBER_DARK]), 0.07)
        canvas.shape(box(0, top, WIDTH, HEIGHT / boards), tone, alpha=0.7)
        for _ in range(9):
            y = top + canvas.random.uniform(8, HEIGHT / boards - 8)
            wave = [(x, y + canvas.random.uniform(-5, 5)) for x in range(-40, WIDTH + 80, 200)]
            canvas.line(smooth(wave, 6), 1.4, mix(tone, AMBER_DARK, 0.22))
        canvas.line([(0, top), (WIDTH, top)], 3, mix(dark, PINE_NIGHT, 0.25))


def sheet(canvas: Canvas, place: Place, angle: float, fill: str, radius: float = 6) -> None:
    """A sheet or a cover that lies on the table with its shadow."""
    outline = box(*place, radius=radius, angle=angle)
    canvas.shadow(outline, 26, 0.32)
    canvas.shape(outline, fill, mix(fill, PINE_NIGHT, 0.07))


def ruled(canvas: Canvas, place: Place, angle: float, lines: int, fill: str) -> None:
    """Lines of handwriting inside a rectangle: strokes of uneven length."""
    x, y, width, height = place
    centre = (x + width / 2, y + height / 2)
    for row in range(lines):
        level = y + height * (row + 0.5) / lines
        end = x + width * canvas.random.uniform(0.55, 1)
        wave = [(step, level + canvas.random.uniform(-2.4, 2.4)) for step in range(round(x), round(end), 16)]
        canvas.line(turned(wave, angle, centre), 3.4, fill)


def cup(
    canvas: Canvas, x: float, y: float, radius: float, fill: str, *, drink: str = AMBER_DARK, turn: float = 40
) -> None:
    """A cup on its saucer, seen from above."""
    plate = disc(x, y, radius * 1.65)
    canvas.shadow(plate, 24, 0.32)
    canvas.shape(plate, PAPER, SAND)
    canvas.shape(disc(x, y, radius * 1.2), LINEN, SAND)
    handle = turned(box(x + radius * 0.8, y - radius * 0.2, radius * 0.72, radius * 0.4, radius * 0.18), turn, (x, y))
    canvas.shape(handle, fill)
    canvas.shape(disc(x, y, radius), mix(fill, PAPER, 0.25), fill)
    canvas.shape(disc(x, y, radius * 0.84), mix(drink, PINE_NIGHT, 0.35), drink)
    canvas.shape(disc(x - radius * 0.25, y - radius * 0.3, radius * 0.34, radius * 0.16, -35), CREAM, alpha=0.3)


def pencil(canvas: Canvas, start: Point, length: float, angle: float, fill: str) -> None:
    """A pencil that lies at an angle; `start` is its blunt end."""
    x, y = start
    half = 9

    def part(points: list[Point], colour: str) -> None:
        canvas.shape(turned(points, angle, start), colour)

    canvas.shadow(turned(box(x, y - half, length, 2 * half), angle, start), 10, 0.35, (6, 9))
    part([(x, y - half), (x + length - 40, y - half), (x + length - 40, y + half), (x, y + half)], fill)
    part([(x, y - 3), (x + length - 40, y - 3), (x + length - 40, y + 3), (x, y + 3)], mix(fill, PAPER, 0.25))
    part([(x + length - 40, y - half), (x + length, y), (x + length - 40, y + half)], "#EBCFA0")
    part([(x + length - 13, y - 3), (x + length, y), (x + length - 13, y + 3)], INK)


def leaf(canvas: Canvas, x: float, y: float, length: float, angle: float, *, fill: str) -> None:
    """A leaf with its veins."""
    half = length * 0.24
    outline = smooth(
        [
            (x, y),
            (x + length * 0.3, y - half),
            (x + length * 0.7, y - half * 0.8),
            (x + length, y),
            (x + length * 0.7, y + half * 0.8),
            (x + length * 0.3, y + half),
        ],
        14,
        closed=True,
    )
    outline = turned(outline, angle, (x, y))
    canvas.shadow(outline, 12, 0.28, (6, 9))
    canvas.shape(outline, mix(fill, PAPER, 0.15), mix(fill, PINE_NIGHT, 0.15))
    vein = mix(fill, PINE_NIGHT, 0.35)
    canvas.line(turned([(x - length * 0.14, y), (x + length * 0.9, y)], angle, (x, y)), 3, vein)
    for step in (0.2, 0.38, 0.56, 0.72):
        for side in (-1, 1):
            twig = [(x + length * step, y), (x + length * (step + 0.14), y + side * half * (0.9 - step * 0.6))]
            canvas.line(turned(twig, angle, (x, y)), 2, vein)


def notebooks(canvas: Canvas) -> None:
    """Open workbook, closed notebooks, pencils and a cup of tea on a light table."""
    wood(canvas, "#EAD9B8", "#D8BF93")
    sheet(canvas, (150, 120, 360, 480), -14, PINE, 14)
    sheet(canvas, (210, 160, 360, 480), -6, AMBER_LIGHT, 14)
    canvas.shape(box(270, 260, 220, 80, 8, angle=-6), CREAM)
    ruled(canvas, (300, 280, 160, 44), -6, 2, AMBER_DARK)
    for left in (520, 920):
        sheet(canvas, (left, 250, 400, 560), 4, PAPER, 8)
    centre = (920, 530)
    canvas.shape(turned(box(896, 250, 48, 560), 4, centre), mix(PAPER, PINE_NIGHT, 0.14), alpha=0.5)
    for middle, height, lines in (((715, 530), 400, 10), ((1120, 430), 200, 5)):
        x, y = turned([middle], 4, centre)[0]
        ruled(canvas, (x - 145, y - height / 2, 290, height), 4, lines, mix(PINE, PAPER, 0.35))
    house_at = turned([(1118, 660)], 4, centre)[0]
    canvas.shape(box(house_at[0] - 105, house_at[1] - 90, 210, 180, 12, angle=4), PINE_TINT)
    canvas.shape(
        turned(
            [(house_at[0] - 62, house_at[1] - 4), (house_at[0], house_at[1] - 62), (house_at[0] + 62, house_at[1] - 4)],
            4,
            house_at,
        ),
        AMBER,
    )
    canvas.shape(box(house_at[0] - 44, house_at[1] - 4, 88, 66, 3, angle=4), CREAM)
    canvas.shape(box(house_at[0] - 14, house_at[1] + 18, 28, 44, 3, angle=4), PINE)
    pencil(canvas, (600, 900), 420, -9, AMBER)
    pencil(canvas, (1180, 930), 330, -24, PINE)
    cup(canvas, 1390, 260, 96, PINE_MID, drink="#A5551A", turn=120)
    leaf(canvas, 1350, 640, 170, -40, fill=AMBER)
    leaf(canvas, 1440, 700, 130, 30, fill=AMBER_LIGHT)
    leaf(canvas, 120, 800, 200, -24, fill=PINE_SOFT)


def map_and_compass(canvas: Canvas) -> None:
    """A map of hills with a dotted way and a compass: the family finds its own route."""
    wood(canvas, "#375F57", "#234A43")
    sheet(canvas, (170, 90, 1260, 820), -3, LINEN, 4)
    for number in range(9):
        for x, y, width, height in ((560, 420, 340, 190), (1090, 610, 300, 170)):
            share = 1 - number / 9
            ring = [
                (
                    x + width * share * math.cos(a / 20 * math.tau) * canvas.random.uniform(0.94, 1.06),
                    y + height * share * math.sin(a / 20 * math.tau) * canvas.random.uniform(0.92, 1.08),
                )
                for a in range(20)
            ]
            curve = smooth(ring, 8, closed=True)
            canvas.shape(curve, mix(PINE_PALE, PINE_SOFT, number / 9), alpha=0.28)
            canvas.line([*curve, curve[0]], 2.2, PINE_SOFT)
    stream = smooth([(220, 330), (380, 560), (620, 660), (800, 560), (960, 380), (1180, 300), (1380, 190)], 20)
    canvas.line(stream, 22, "#A9CDD0")
    canvas.line(stream, 4, "#7FB2B5")
    way = smooth([(330, 760), (470, 700), (560, 560), (700, 500), (830, 600), (990, 640), (1090, 540), (1220, 440)], 26)
    for first, second in zip(way[::12], way[6::12], strict=False):
        canvas.line([first, second], 9, AMBER)
    canvas.shape(disc(330, 760, 17), AMBER)
    canvas.shape(disc(330, 760, 8), CREAM)
    canvas.shape([(1166, 420), (1220, 366), (1274, 420)], AMBER_DARK)
    canvas.shape(box(1180, 420, 80, 62, 3), AMBER)
    canvas.shape(box(1207, 440, 26, 42, 2), CREAM)
    x, y = 1290, 760
    body = disc(x, y, 180)
    canvas.shadow(body, 34, 0.5)
    canvas.shape(body, "#E8BE79", AMBER_DARK)
    canvas.shape(disc(x, y, 158), PAPER, SAND)
    for mark in range(24):
        turn = math.radians(mark * 15)
        inner = 128 if mark % 6 else 112
        canvas.line(
            [
                (x + inner * math.cos(turn), y + inner * math.sin(turn)),
                (x + 146 * math.cos(turn), y + 146 * math.sin(turn)),
            ],
            3 if mark % 6 else 7,
            INK,
        )
    for end, colour in (((x + 78, y - 98), AMBER), ((x - 78, y + 98), PINE)):
        canvas.shape([(x + 20, y + 16), end, (x - 20, y - 16)], colour)
    canvas.shape(disc(x, y, 15), INK)
    pencil(canvas, (190, 180), 400, 12, AMBER_LIGHT)


def round_table(canvas: Canvas) -> None:
    """A round table with seven cups and notebooks: a supervision group has just sat down."""
    canvas.ground((0, "#2B645A"), (1, PINE_DARK))
    for ring, tone in ((690, "#33705F"), (600, "#3B7A69")):
        canvas.shape(disc(800, 500, ring), tone, alpha=0.55)
    seats = 7
    for seat in range(seats):
        turn = math.radians(seat * 360 / seats - 90)
        x, y = 800 + 452 * math.cos(turn), 500 + 452 * math.sin(turn)
        chair = disc(x, y, 92)
        canvas.shadow(chair, 22, 0.35)
        canvas.shape(chair, (AMBER_LIGHT, PINE_SOFT, SAND)[seat % 3], (AMBER, PINE_MID, "#CDB791")[seat % 3])
    table = disc(800, 500, 372)
    canvas.shadow(table, 50, 0.5, (14, 26))
    canvas.shape(table, "#EBD3A6", "#CFA970")
    canvas.shape(disc(800, 500, 352), "#F0DCB6", "#DDBE8A")
    for seat in range(seats):
        degrees = seat * 360 / seats - 90
        turn = math.radians(degrees)
        x, y = 800 + 258 * math.cos(turn), 500 + 258 * math.sin(turn)
        sheet(canvas, (x - 50, y - 66, 100, 132), degrees + 90, (PAPER, PINE_TINT, CREAM)[seat % 3], 6)
        ruled(canvas, (x - 34, y - 46, 68, 88), degrees + 90, 5, PINE_SOFT)
        beside = math.radians(degrees + 24)
        cup(
            canvas,
            800 + 270 * math.cos(beside),
            500 + 270 * math.sin(beside),
            27,
            (PINE, AMBER, PINE_MID)[seat % 3],
            drink=AMBER_DARK,
            turn=degrees,
        )
    canvas.glow(800, 500, 260, CREAM, strength=0.75)
    canvas.shape(disc(800, 500, 62), PINE_MID, PINE)
    canvas.shape(disc(800, 500, 48), PINE_DARK)
    for step in range(9):
        leaf(canvas, 800, 500, 92, step * 40 + 12, fill=(PINE_SOFT, "#93B98C", PINE_PALE)[step % 3])
    for step in range(5):
        turn = math.radians(step * 72 + 30)
        canvas.shape(disc(800 + 34 * math.cos(turn), 500 + 34 * math.sin(turn), 17), AMBER_LIGHT, AMBER)


def savings(canvas: Canvas) -> None:
    """Three jars with coins and a sprout: a family budget that grows little by little."""
    canvas.ground((0, PINE_TINT), (0.64, "#F7EFDD"), (0.65, "#D9BC8B"), (1, "#B68B55"))
    canvas.glow(1200, 260, 620, "#FFF6DF", strength=1)
    canvas.shape(box(0, 648, WIDTH, 10), "#C39A62")
    for x, tall, coins in ((400, 330, 3), (790, 400, 6), (1200, 470, 9)):
        foot, half = 800.0, 130.0
        jar = box(x - half, foot - tall, 2 * half, tall, 44)
        canvas.shadow(jar, 34, 0.35, (26, 20))
        canvas.shape(jar, PAPER, PINE_PALE, 0.62)
        for row in range(coins):
            for column in range(4):
                cx = x - 78 + column * 50 + (9 if row % 2 else -3) + canvas.random.uniform(-4, 4)
                cy = foot - 26 - row * 26
                canvas.shape(disc(cx, cy, 37, 15), AMBER_DARK)
                canvas.shape(disc(cx, cy - 6, 37, 15), "#F3C06E", AMBER)
                canvas.shape(disc(cx, cy - 7, 24, 8), AMBER_LIGHT)
        canvas.shape(box(x - half + 18, foot - tall + 50, 26, tall - 110, 13), PAPER, alpha=0.55)
        canvas.shape(box(x - half - 8, foot - tall - 26, 2 * half + 16, 40, 14), PINE, PINE_DARK)
        top = foot - tall - 26
        stem = 50 + coins * 21
        canvas.line(smooth([(x, top), (x + 9, top - stem / 2), (x - 2, top - stem)]), 8, PINE_MID)
        for number in range(2 + coins // 3):
            level = top - stem + number * 46
            side = 1 if number % 2 else -1
            leaf_outline = smooth(
                [
                    (x, level + 12),
                    (x + side * 34, level - 24),
                    (x + side * 92, level - 26),
                    (x + side * 62, level + 14),
                ],
                12,
                closed=True,
            )
            canvas.shape(leaf_outline, "#7FB58E", PINE_MID)
    for x, y in ((600, 880), (985, 905), (1420, 868)):
        canvas.shadow(disc(x, y, 46, 20), 12, 0.4, (8, 8))
        canvas.shape(disc(x, y + 7, 46, 20), AMBER_DARK)
        canvas.shape(disc(x, y, 46, 20), "#F3C06E", AMBER)
        canvas.shape(disc(x, y, 30, 11), AMBER_LIGHT)


def certificate(canvas: Canvas) -> None:
    """A certificate with a seal on a dark table, a pen beside it."""
    wood(canvas, "#2C5B53", "#1C443D")
    sheet(canvas, (330, 170, 940, 660), -5, SAND, 4)
    sheet(canvas, (330, 170, 940, 660), 2, PAPER, 4)
    centre = (800.0, 500.0)

    def laid(outline: list[Point]) -> list[Point]:
        return turned(outline, 2, centre)

    for inset, width, colour in ((34, 5, PINE), (50, 2, AMBER_LIGHT)):
        frame = laid(
            [
                (330 + inset, 170 + inset),
                (1270 - inset, 170 + inset),
                (1270 - inset, 830 - inset),
                (330 + inset, 830 - inset),
            ]
        )
        canvas.line([*frame, frame[0]], width, colour)
    canvas.shape(laid([(800 - 46, 300), (800, 252), (800 + 46, 300)]), PINE)
    canvas.shape(laid(box(800 - 33, 300, 66, 40)), PINE_SOFT)
    canvas.shape(laid(box(560, 372, 480, 34, 17)), PINE)
    for width, level, tone in (
        (620, 452, PINE_SOFT),
        (540, 492, PINE_PALE),
        (580, 524, PINE_PALE),
        (420, 556, PINE_PALE),
    ):
        canvas.shape(laid(box(800 - width / 2, level, width, 12, 6)), tone)
    canvas.line(
        laid(smooth([(470, 716), (500, 676), (520, 720), (548, 684), (566, 716), (600, 694), (640, 706)], 14)), 4, INK
    )
    canvas.line(laid([(450, 736), (680, 736)]), 2, PINE_SOFT)
    x, y = 1080.0, 690.0
    for side in (-1, 1):
        ribbon = laid(
            [
                (x + side * 12, y + 20),
                (x + side * 66, y + 128),
                (x + side * 34, y + 118),
                (x + side * 14, y + 142),
                (x - side * 16, y + 40),
            ]
        )
        canvas.shadow(ribbon, 8, 0.3, (4, 6))
        canvas.shape(ribbon, AMBER, AMBER_DARK)
    teeth = [
        (
            x + (84 if step % 2 else 74) * math.cos(step * math.tau / 48),
            y + (84 if step % 2 else 74) * math.sin(step * math.tau / 48),
        )
        for step in range(48)
    ]
    canvas.shadow(teeth, 12, 0.35, (5, 8))
    canvas.shape(teeth, AMBER_LIGHT, AMBER)
    canvas.shape(disc(x, y, 56), AMBER_PALE, AMBER_LIGHT)
    canvas.line([(x - 26, y + 2), (x - 7, y + 22), (x + 30, y - 22)], 11, AMBER_DARK)
    pencil(canvas, (1330, 880), 460, -98, AMBER_LIGHT)
    leaf(canvas, 160, 800, 190, -50, fill=AMBER)
    leaf(canvas, 220, 870, 150, 8, fill=AMBER_LIGHT)
