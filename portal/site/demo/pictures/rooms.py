"""Pictures of rooms and gatherings: a doorway, a hall, a screen, a photo laboratory, a Sunday on the hill, a school bag."""

import math

from portal.site.demo.pictures.canvas import (
    AMBER,
    AMBER_DARK,
    AMBER_LIGHT,
    AMBER_PALE,
    CREAM,
    INK,
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
from portal.site.demo.pictures.landscape import conifer, hill, ridge


def doorway(canvas: Canvas) -> None:
    """Felt boots of father, mother and child by a door that stands ajar; warm light falls out."""
    canvas.ground((0, "#2A5F56"), (0.74, "#1F4E46"), (0.75, "#8A6238"), (1, "#5E3F22"))
    for x in range(0, WIDTH, 130):
        canvas.line([(x, 0), (x, 744)], 2, "#1B463F")
    canvas.shape(box(950, 70, 420, 676), "#4A2F1A")
    canvas.shape(box(984, 104, 352, 642), "#FFE7B4", "#F2B765")
    canvas.glow(1160, 460, 560, "#FFE2A6", strength=0.85)
    canvas.shape(box(984, 104, 352, 642), "#FFE9BC", "#F4BF72")
    canvas.shape([(1336, 104), (1336, 746), (1210, 800), (1210, 64)], "#7A4E2A", "#54341B")
    canvas.shape([(1318, 160), (1318, 400), (1232, 412), (1232, 140)], "#6A4223")
    canvas.shape([(1318, 452), (1318, 680), (1232, 716), (1232, 464)], "#6A4223")
    canvas.shape(disc(1226, 440, 11), AMBER_LIGHT)
    canvas.shape([(984, 746), (1210, 746), (1000, 1000), (420, 1000)], "#F6C67E", "#C98D4A", 0.75)
    canvas.shape(box(140, 250, 560, 18, 6), "#5A3A20")
    for hook, colour, length in ((210, AMBER, 190), (390, PINE_SOFT, 240), (560, CREAM, 150)):
        canvas.shape(disc(hook, 270, 10), "#D9B67E")
        for shift, part in ((-16, 0.82), (16, 1.0)):
            tall = length * part
            canvas.shape(
                box(hook + shift - 22, 268, 44, tall, 8), mix(colour, PAPER, 0.08), mix(colour, PINE_NIGHT, 0.28)
            )
            for stripe in (0.66, 0.8):
                canvas.line(
                    [(hook + shift - 19, 268 + tall * stripe), (hook + shift + 19, 268 + tall * stripe)],
                    8,
                    mix(colour, PAPER, 0.55),
                )
            for thread in range(5):
                x = hook + shift - 18 + thread * 9
                canvas.line([(x, 266 + tall), (x, 284 + tall)], 3, mix(colour, PINE_NIGHT, 0.2))
    rug = disc(520, 880, 400, 76)
    canvas.shape(rug, AMBER_DARK)
    for radius, colour in ((360, PINE_SOFT), (310, AMBER), (250, CREAM), (190, PINE_MID)):
        canvas.shape(disc(520, 880, radius, radius * 0.19), colour)
    for x, size, fill in ((196, 1.2, "#6F7B76"), (500, 0.96, "#E7DCC6"), (740, 0.64, "#C98A4B")):
        for side in (1, 0):
            felt_boot(canvas, x + side * 112 * size, 896 - side * 16, size, fill)


def felt_boot(canvas: Canvas, x: float, foot: float, size: float, fill: str) -> None:
    """A felt boot; `x`, `foot` is its heel on the floor."""
    outline = smooth(
        [
            (x - 44 * size, foot - 236 * size),
            (x + 44 * size, foot - 236 * size),
            (x + 42 * size, foot - 92 * size),
            (x + 104 * size, foot - 66 * size),
            (x + 118 * size, foot - 16 * size),
            (x + 96 * size, foot),
            (x - 36 * size, foot),
            (x - 50 * size, foot - 30 * size),
        ],
        10,
        closed=True,
    )
    canvas.shadow(outline, 18, 0.4, (14, 10))
    canvas.shape(outline, mix(fill, PAPER, 0.12), mix(fill, PINE_NIGHT, 0.3))
    canvas.shape(box(x - 52 * size, foot - 248 * size, 102 * size, 44 * size, 16 * size), mix(fill, PAPER, 0.45))
    for step in range(4):
        cx = x - 30 * size + step * 20 * size
        canvas.line(
            [(cx, foot - 176 * size), (cx + 10 * size, foot - 160 * size), (cx + 20 * size, foot - 176 * size)],
            5 * size,
            mix(fill, AMBER, 0.7),
        )


def conference_hall(canvas: Canvas) -> None:
    """A hall before a conference: rows of seats, a lit stage with a picture of hills."""
    canvas.ground((0, PINE_NIGHT), (0.6, "#17463F"), (1, PINE_NIGHT))
    canvas.shape([(0, 0), (330, 150), (330, 640), (0, 800)], "#15433C", "#0F332E")
    canvas.shape([(1600, 0), (1270, 150), (1270, 640), (1600, 800)], "#15433C", "#0F332E")
    for x in range(1, 6):
        for side in (0, 1):
            px = 55 * x if not side else WIDTH - 55 * x
            canvas.shape(box(px - 8, 120 + 14 * x, 16, 560 - 26 * x, 8), AMBER_LIGHT, alpha=0.10 + 0.02 * x)
    canvas.glow(800, 380, 640, "#F3CF92", strength=0.55)
    screen = box(470, 130, 660, 390, 6)
    canvas.shape(box(456, 116, 688, 418, 10), PINE_NIGHT)
    canvas.shape(screen, "#FBEFD5", AMBER_PALE)
    canvas.shape(disc(930, 270, 52), "#FFFDF4")
    for level, swing, fill in ((400, 46, PINE_PALE), (440, 30, PINE_SOFT), (478, 18, PINE_MID)):
        edge = [
            (x, level - swing * math.sin(x / 97 + level) - swing * 0.6 * math.sin(x / 41)) for x in range(470, 1131, 6)
        ]
        canvas.shape([*edge, (1130, 520), (470, 520)], fill)
    canvas.shape([(300, 640), (1300, 640), (1380, 706), (220, 706)], "#C99656", "#8F6230")
    canvas.shape(box(220, 706, 1160, 26), "#6B4622")
    canvas.shape([(590, 560), (690, 560), (676, 676), (604, 676)], AMBER_DARK, "#5A2E0A")
    canvas.shape(box(578, 546, 124, 20, 6), AMBER)
    canvas.line(smooth([(640, 546), (646, 520), (664, 506)]), 5, INK)
    for x in (820, 930, 1040, 1150):
        canvas.shape(box(x - 34, 566, 68, 62, 14), PINE_SOFT, PINE_MID)
        canvas.shape(box(x - 38, 622, 76, 22, 8), PINE_MID)
        canvas.line([(x - 28, 644), (x - 30, 678)], 6, INK)
        canvas.line([(x + 28, 644), (x + 30, 678)], 6, INK)
    for row in range(4):
        y, wide = 760 + row * 66 + row * row * 6, 86 + row * 22
        seats = round(WIDTH / (wide * 1.12)) + 2
        for seat in range(seats):
            middle = 800 + (seat - (seats - 1) / 2) * wide * 1.12
            colour = mix((PINE, "#24695B", PINE_MID)[(seat + row) % 3], PINE_NIGHT, 0.1 * row)
            if (seat * 7 + row * 3) % 11 == 0:
                colour = AMBER
            canvas.shape(
                box(middle - wide / 2, y, wide, 150, wide * 0.24),
                mix(colour, PAPER, 0.12),
                mix(colour, PINE_NIGHT, 0.45),
            )


def webinar(canvas: Canvas) -> None:
    """An evening desk: a laptop with hills on its screen, headphones, a lamp, a mug."""
    canvas.ground((0, "#1D4F47"), (0.68, "#2B6659"), (0.69, "#B98A50"), (1, "#8A6033"))
    canvas.shape(box(120, 90, 400, 420, 8), "#0F3833")
    canvas.shape(box(136, 106, 368, 388, 4), "#173F4B", "#4C7F86")
    for x, y in ((190, 160), (260, 210), (340, 140), (420, 190), (460, 260), (220, 280)):
        canvas.shape(disc(x, y, 3.4), CREAM)
    canvas.shape(
        [*smooth([(136, 420), (240, 370), (330, 410), (420, 350), (504, 400)], 10), (504, 494), (136, 494)], PINE_DARK
    )
    canvas.line([(320, 106), (320, 494)], 10, "#0F3833")
    canvas.line([(136, 300), (504, 300)], 10, "#0F3833")
    canvas.glow(1330, 330, 470, "#FFE3A8", strength=0.8)
    canvas.shape(box(1226, 786, 190, 26, 12), INK)
    canvas.line(smooth([(1320, 790), (1400, 620), (1352, 450), (1322, 330)], 14), 13, INK)
    canvas.shape([(1240, 330), (1400, 330), (1462, 450), (1186, 450)], AMBER, AMBER_DARK)
    canvas.shape(disc(1324, 452, 138, 17), CREAM)
    body = box(500, 300, 640, 420, 20)
    canvas.shadow(body, 40, 0.4)
    canvas.shape(body, "#2A3531", INK)
    canvas.shape(box(522, 322, 596, 374, 8), "#FBF1DB", AMBER_PALE)
    canvas.shape(disc(900, 440, 50), "#FFFDF5")
    for level, swing, fill in ((560, 60, PINE_PALE), (610, 40, PINE_SOFT), (656, 24, PINE)):
        edge = [
            (x, level - swing * math.sin(x / 88 + level) - swing * 0.5 * math.sin(x / 37)) for x in range(522, 1119, 6)
        ]
        canvas.shape([*edge, (1118, 696), (522, 696)], fill)
    for number in range(3):
        canvas.shape(box(990, 340 + number * 74, 112, 62, 8), (PINE_TINT, CREAM, PINE_PALE)[number])
        canvas.shape(disc(1046, 364 + number * 74, 12), (PINE, AMBER, PINE_MID)[number])
        canvas.shape(disc(1046, 398 + number * 74, 26, 16), (PINE, AMBER, PINE_MID)[number])
    canvas.shape([(470, 740), (1170, 740), (1270, 836), (370, 836)], "#3B4744", "#26302D")
    for row in range(3):
        for key in range(17):
            canvas.shape(box(508 + key * 34 - row * 9 + key * row * 1.1, 750 + row * 22, 27, 15, 3), "#55625C")
    canvas.shape(box(370, 834, 900, 16, 8), INK)
    arc = [(260 + 118 * math.cos(math.radians(a)), 800 + 128 * math.sin(math.radians(a))) for a in range(180, 361, 5)]
    canvas.line(arc, 18, PINE_NIGHT)
    for x in (142, 378):
        canvas.shape(box(x - 32, 782, 64, 116, 28), AMBER, AMBER_DARK)
    mug(canvas, 1480, 890, PINE_TINT)


def mug(canvas: Canvas, x: float, foot: float, fill: str) -> None:
    """A mug with a ring of steam; `x`, `foot` is the middle of its bottom."""
    ring = [
        (x + 62 + 38 * math.cos(math.radians(a)), foot - 78 + 42 * math.sin(math.radians(a))) for a in range(-90, 91, 6)
    ]
    canvas.line(ring, 15, mix(fill, PINE_NIGHT, 0.15))
    canvas.shape(box(x - 68, foot - 148, 136, 148, 18), fill, mix(fill, PINE_NIGHT, 0.25))
    canvas.shape(disc(x, foot - 146, 68, 14), AMBER_DARK)
    for number in (-1, 1):
        steam = smooth(
            [
                (x + number * 22, foot - 170),
                (x + number * 22 + 18, foot - 215),
                (x + number * 22 - 12, foot - 262),
                (x + number * 22 + 8, foot - 310),
            ]
        )
        canvas.line(steam, 8, PAPER, 0.35)


def photo_laboratory(canvas: Canvas) -> None:
    """Photographs dry on a line under a red-amber lamp, a camera stands below."""
    canvas.ground((0, "#4B1F0B"), (0.5, "#7A3410"), (0.78, "#5A270D"), (0.785, "#3B2112"), (1, "#27160D"))
    canvas.glow(800, 120, 820, "#E98A3A", strength=0.75)
    canvas.shape([(740, 0), (860, 0), (910, 84), (690, 84)], INK)
    canvas.shape(disc(800, 88, 96, 26), "#FFCF8A")
    rope = [(x, 250 + 54 * math.sin(math.pi * x / WIDTH)) for x in range(-20, WIDTH + 40, 20)]
    canvas.line(rope, 5, "#F3D3A0")
    for number, (x, tilt) in enumerate(((220, -4), (520, 3), (810, -2), (1100, 4), (1390, -3))):
        top = 250 + 54 * math.sin(math.pi * x / WIDTH)
        centre = (x, top)
        frame = turned(box(x - 112, top + 6, 224, 270, 4), tilt, centre)
        canvas.shadow(frame, 20, 0.5)
        canvas.shape(frame, "#FBE9CC", "#EBCFA4")
        inside = turned(box(x - 94, top + 24, 188, 190), tilt, centre)
        canvas.shape(
            inside,
            ("#F2B768", "#9DBFA9", "#F4D9A6", "#5E8F80", "#E8A14F")[number],
            ("#C9762B", PINE, "#C98A3C", PINE_DARK, "#8A4208")[number],
        )
        if number % 2:
            canvas.shape(
                turned(
                    [
                        (x - 80, top + 206),
                        (x - 20, top + 90),
                        (x + 20, top + 150),
                        (x + 44, top + 112),
                        (x + 86, top + 206),
                    ],
                    tilt,
                    centre,
                ),
                PINE_DARK,
            )
        else:
            canvas.shape(turned(disc(x, top + 106, 38), tilt, centre), CREAM)
            canvas.shape(
                turned(
                    [
                        (x - 94, top + 214),
                        (x - 60, top + 176),
                        (x, top + 190),
                        (x + 60, top + 168),
                        (x + 94, top + 214),
                    ],
                    tilt,
                    centre,
                ),
                "#5A270D",
            )
        canvas.shape(turned(box(x - 8, top - 18, 16, 52, 5), tilt, centre), "#D9B67E")
    camera(canvas)


def camera(canvas: Canvas) -> None:
    """A film camera in the middle of the foreground."""
    body = box(560, 660, 480, 270, 34)
    canvas.shadow(body, 34, 0.6)
    canvas.shape(box(700, 610, 200, 80, 20), "#2A3531", INK)
    canvas.shape(body, "#34423D", INK)
    canvas.shape(box(560, 730, 480, 130), AMBER_DARK, "#5E2C06")
    for radius, fill, to in (
        (130, "#D9D3C4", "#8B8578"),
        (112, INK, INK),
        (86, "#24564F", PINE_NIGHT),
        (46, "#0B201E", "#0B201E"),
    ):
        canvas.shape(disc(800, 796, radius), fill, to)
    canvas.shape(disc(768, 760, 24, 16, -35), PAPER, alpha=0.55)
    canvas.shape(box(600, 634, 70, 30, 10), AMBER)
    canvas.shape(disc(972, 694, 17), CREAM)


def sunday_kite(canvas: Canvas) -> None:
    """A grown-up and a child fly a kite on a hill."""
    canvas.ground((0, "#BBD9D2"), (0.5, "#F6ECD4"), (1, AMBER_PALE))
    canvas.glow(420, 330, 520, "#FFF7E2", strength=1)
    for left, high, size in ((250, 180, 150), (830, 140, 110), (1420, 330, 120)):
        for step in range(5):
            canvas.glow(
                left + (step - 2) * size * 0.55,
                high + abs(step - 2) * 9,
                size * (0.95 - 0.15 * abs(step - 2)),
                PAPER,
                strength=0.8,
            )
    ridge(canvas, 640, 60, "#B5D0C2", "#D5DFC8", roughness=0.5)
    ridge(canvas, 710, 38, "#8CB7A2", "#B6CFB2", roughness=0.5)
    top = hill(canvas, [(0, 900), (350, 820), (760, 770), (1150, 820), (1600, 930)], "#5B9A7C", "#27614F")
    for _ in range(120):
        x, y = top[canvas.random.randrange(len(top))]
        y += canvas.random.uniform(6, 190)
        canvas.line([(x, y), (x + canvas.random.uniform(-5, 5), y - 18)], 2.6, "#3F8068")
    person(canvas, (690, 786), 1.0, PINE_DARK, AMBER_DARK, side=-1)
    person(canvas, (800, 790), 0.62, AMBER, PINE, side=1)
    canvas.line(smooth([(732, 640), (900, 560), (1080, 420), (1180, 280)], 16), 2.6, INK, 0.8)
    kite = [(1160, 150), (1290, 110), (1330, 230), (1180, 300)]
    canvas.shape([kite[0], kite[1], kite[3]], AMBER_LIGHT, AMBER)
    canvas.shape([kite[1], kite[2], kite[3]], AMBER, AMBER_DARK)
    canvas.line([kite[0], kite[2]], 4, CREAM)
    canvas.line([kite[1], kite[3]], 4, CREAM)
    tail = smooth([kite[3], (1130, 370), (1200, 430), (1140, 500)], 16)
    canvas.line(tail, 4, PINE)
    for x, y in (tail[14], tail[28], tail[42]):
        canvas.shape([(x - 24, y - 13), (x, y), (x - 24, y + 13)], PINE)
        canvas.shape([(x + 24, y - 13), (x, y), (x + 24, y + 13)], AMBER)
    for x, foot, height in ((1450, 930, 250), (1540, 950, 330), (110, 900, 220), (40, 915, 290)):
        conifer(canvas, x, foot, height, PINE)


def person(canvas: Canvas, foot: Point, size: float, coat: str, trousers: str, *, side: int) -> None:
    """A standing figure seen from behind, one arm raised; `foot` is the ground between its feet."""
    x, y = foot

    def at(points: list[Point]) -> list[Point]:
        return [(x + px * size, y + py * size) for px, py in points]

    for leg in (-1, 1):
        canvas.line(at([(leg * 14, -70), (leg * 20, 0)]), 24 * size, trousers)
    canvas.line(
        at([(30, -158), (58, -190), (46 if side < 0 else 62, -236)]) if side < 0 else at([(-26, -150), (-62, -120)]),
        21 * size,
        coat,
    )
    canvas.line(at([(-28, -150), (-44, -104)]) if side < 0 else at([(28, -150), (54, -204)]), 21 * size, coat)
    canvas.shape(
        at(smooth([(-34, -166), (0, -180), (34, -166), (42, -60), (-42, -60)], 10, closed=True)),
        mix(coat, PAPER, 0.12),
        coat,
    )
    canvas.shape(disc(x, y - 206 * size, 28 * size), "#E2B184")
    hat = SAND if side < 0 else PINE_SOFT
    canvas.shape(smooth(at([(-32, -198), (-27, -234), (0, -246), (27, -234), (32, -198)]), 10, closed=True), hat)
    canvas.shape(box(x - 34 * size, y - 210 * size, 68 * size, 20 * size, 9 * size), mix(hat, coat, 0.35))
    canvas.shape(disc(x, y - 246 * size, 10 * size), mix(hat, coat, 0.35))
