"""Pictures of the country around: hills and river of the Altai at different hours."""

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
    SNOW,
    WIDTH,
    Canvas,
    Point,
    Points,
    box,
    disc,
    mix,
    smooth,
)
from portal.site.demo.pictures.landscape import (
    bird,
    conifer,
    forest,
    glints,
    hill,
    house,
    ridge,
    river,
    smoke,
    stars,
)


def valley_morning(canvas: Canvas) -> None:
    """A wide valley early in the morning: pale sun, blue-green ridges, a river in the mist."""
    canvas.ground((0, "#CFE3DC"), (0.35, "#F3EBD6"), (0.55, AMBER_PALE), (1, PINE_PALE))
    canvas.glow(1120, 330, 520, CREAM, strength=1)
    canvas.shape(disc(1120, 330, 66), "#FFF8E8")
    ridge(canvas, 400, 150, "#A9C9C0", "#CFE0D2", roughness=0.52)
    canvas.mist(380, 560, "#FBF3E0", 0.7)
    ridge(canvas, 480, 70, PINE_SOFT, "#B4D0C4")
    canvas.mist(470, 660, "#F8F0DE", 0.65)
    middle = ridge(canvas, 575, 45, "#4F8E7F", "#8DB7A6", roughness=0.45)
    forest(canvas, middle, 70, (26, 52), "#4F8E7F", to="#3E7F70")
    canvas.mist(570, 740, "#F5EEDC", 0.6)
    hill(canvas, [(0, 690), (400, 664), (800, 668), (1200, 655), (1600, 690)], "#6FA593", "#4E8B77")
    river(
        canvas,
        [(1060, 668, 14), (940, 700, 40), (1090, 750, 74), (840, 840, 160), (640, 1010, 330)],
        "#FCEFD2",
        "#B9D6CC",
    )
    glints(canvas, (620, 780, 1000, 985), 34, PAPER, 0.8)
    left = hill(canvas, [(-20, 700), (160, 735), (360, 800), (520, 905), (620, 1020)], "#2E6B5C", PINE_DARK)
    forest(canvas, left[: len(left) * 3 // 4], 17, (120, 240), PINE, to=PINE_DARK)
    right = hill(canvas, [(1010, 1030), (1180, 900), (1360, 812), (1520, 762), (1640, 745)], "#27604F", PINE_DARK)
    forest(canvas, right[len(right) // 3 :], 15, (120, 250), PINE, to=PINE_DARK)
    for x, y, span in ((560, 250, 46), (630, 222, 34), (676, 262, 28)):
        bird(canvas, x, y, span, PINE)


def river_evening(canvas: Canvas) -> None:
    """Sunset over a wide river: the sun's path on the water."""
    canvas.ground(
        (0, "#2F6C66"), (0.2, "#8FA98F"), (0.36, AMBER_LIGHT), (0.5, "#F7D08E"), (0.52, "#E5A562"), (1, PINE_DARK)
    )
    canvas.glow(640, 430, 640, "#FFE3AC", strength=0.95)
    canvas.shape(disc(640, 430, 82), "#FFF0CC", "#FFD489")
    ridge(canvas, 425, 55, "#A2774F", "#C79760", roughness=0.5)
    far = ridge(canvas, 470, 26, "#5E6A4C", "#6E7350", roughness=0.5)
    forest(canvas, far, 90, (16, 40), "#4C614A", to="#3F5A47")
    shore = smooth([(0, 505), (400, 515), (800, 505), (1200, 512), (1600, 500)])
    canvas.shape([*shore, (1600, 1000), (0, 1000)], "#EDB269", "#184842")
    for row in range(46):
        depth = row / 45
        y = 516 + 470 * depth**1.35
        half = 36 + 190 * depth * canvas.random.uniform(0.5, 1.1)
        canvas.shape(
            disc(640 + canvas.random.uniform(-30, 30) * depth, y, half, 1.3 + 4 * depth),
            "#FFE9BE",
            alpha=0.75 - 0.45 * depth,
        )
    glints(canvas, (0, 530, WIDTH, 980), 110, "#F6CD92", 0.32)
    bank = hill(canvas, [(980, 1020), (1110, 930), (1260, 842), (1430, 790), (1620, 770)], "#14433C", PINE_NIGHT)
    forest(canvas, bank[len(bank) // 3 :], 12, (190, 390), "#103A35", to=PINE_NIGHT)
    hill(canvas, [(-20, 905), (150, 925), (300, 968), (420, 1020)], "#14433C", PINE_NIGHT)
    for _ in range(46):
        x = canvas.random.uniform(0, 330)
        foot = 930 + x * 0.2
        canvas.line(
            smooth([(x, foot + 60), (x + 6, foot - 20), (x + canvas.random.uniform(-16, 34), foot - 90)]), 3, PINE_NIGHT
        )
    for x, y, span in ((960, 240, 60), (1040, 200, 44), (1100, 250, 38), (890, 190, 34)):
        bird(canvas, x, y, span, "#1D4B48")


def house_at_night(canvas: Canvas) -> None:
    """A winter night: one house with lit windows under the stars."""
    canvas.ground((0, "#08211F"), (0.45, "#17504A"), (0.68, "#4C8779"), (1, SNOW))
    stars(canvas, 190, 560)
    canvas.glow(1290, 190, 240, "#F8EFCF", strength=0.5)
    outer = [(1290 + 54 * math.cos(math.radians(a)), 190 + 54 * math.sin(math.radians(a))) for a in range(-118, 149, 4)]
    inner = [(1268 + 46 * math.cos(math.radians(a)), 178 + 46 * math.sin(math.radians(a))) for a in range(128, -99, -4)]
    canvas.shape([*outer, *inner], "#FDF6DF")
    ridge(canvas, 520, 80, "#2B675D", "#5E9486", roughness=0.5)
    ridge(canvas, 600, 46, "#1E574D", "#5A9182", roughness=0.5)
    canvas.mist(560, 760, "#CFE0DC", 0.5)
    back = hill(canvas, [(0, 680), (300, 640), (700, 690), (1100, 640), (1600, 690)], "#C9DBDA", "#E8F0F0")
    forest(canvas, back[: len(back) // 3], 18, (120, 250), PINE_DARK, to="#0F3731")
    forest(canvas, back[len(back) * 2 // 3 :], 20, (120, 270), PINE_DARK, to="#0F3731")
    smoke(canvas, 842, 500, 260, "#D9E5E1")
    canvas.glow(760, 690, 420, AMBER_LIGHT, strength=0.5)
    house(canvas, 760, 728, 330, "#5D3C25", roof="#DCE7E6")
    hill(canvas, [(0, 760), (350, 720), (760, 726), (1150, 742), (1600, 716)], "#DDE9EA", SNOW)
    canvas.shape(
        smooth([(700, 730), (600, 800), (760, 890), (640, 1010), (880, 1010), (900, 890), (730, 800), (790, 730)]),
        "#BFD3D3",
        "#A9C4C3",
    )
    canvas.glow(745, 775, 190, "#F4C27A", strength=0.55)
    for x, foot, height in ((150, 900, 400), (275, 950, 300), (1400, 900, 430), (1530, 960, 330), (1270, 850, 230)):
        conifer(canvas, x, foot, height, "#0E332E")
    for _ in range(130):
        canvas.shape(
            disc(canvas.random.uniform(0, WIDTH), canvas.random.uniform(0, 1000), canvas.random.uniform(1.2, 3.6)),
            "#FFFFFF",
            alpha=canvas.random.uniform(0.3, 0.85),
        )


def path_uphill(canvas: Canvas) -> None:
    """A summer path over green hills towards a lone tree and the light behind it."""
    canvas.ground((0, "#BFDCD6"), (0.4, "#FBF0D8"), (1, PINE_PALE))
    canvas.glow(1010, 350, 520, "#FFF3D3", strength=1)
    for cx, cy, size in ((300, 190, 120), (1330, 150, 150), (760, 120, 80)):
        for step in range(5):
            canvas.glow(
                cx + (step - 2) * size * 0.55,
                cy + abs(step - 2) * 9,
                size * (0.95 - 0.15 * abs(step - 2)),
                PAPER,
                strength=0.75,
            )
    ridge(canvas, 470, 50, "#A8CABF", "#D5E3D3", roughness=0.5)
    ridge(canvas, 540, 34, "#8DB9A6", "#BCD5BD", roughness=0.5)
    hill(canvas, [(0, 590), (350, 560), (760, 600), (1150, 545), (1600, 610)], "#86B48F", "#7DAE8C")
    hill(canvas, [(0, 700), (420, 690), (1000, 540), (1300, 600), (1600, 700)], "#6BA383", "#3E7F66")
    canvas.shape(
        smooth([(1000, 546), (1040, 600), (930, 660), (1010, 716), (760, 760)], 20)
        + smooth([(690, 748), (946, 712), (880, 662), (1004, 600), (990, 546)], 20),
        "#F6E4BE",
        "#EBCF98",
    )
    hill(canvas, [(0, 770), (300, 730), (760, 752), (1200, 760), (1600, 700)], "#4C8C6F", "#1F5F4E")
    canvas.shape(
        smooth([(690, 748), (560, 800), (660, 870), (470, 1010)], 20)
        + smooth([(800, 1010), (850, 880), (680, 806), (770, 752)], 20),
        "#F3DCAF",
        "#DDB878",
    )
    canvas.shape(smooth([(1010, 560), (1016, 500), (1008, 430), (1022, 430), (1030, 500), (1034, 560)]), "#5A4028")
    for cx, cy, size in ((1018, 350, 88), (958, 392, 60), (1082, 388, 62), (1000, 300, 56), (1052, 318, 52)):
        canvas.shape(disc(cx, cy, size), mix(PINE_MID, AMBER_PALE, 0.18), PINE)
    for _ in range(90):
        x, y = canvas.random.uniform(0, WIDTH), canvas.random.uniform(800, 1000)
        if not 420 < x < 900:
            canvas.line([(x, y), (x + canvas.random.uniform(-5, 5), y - canvas.random.uniform(18, 36))], 3, "#2B6E55")
            canvas.shape(
                disc(x, y - 30, canvas.random.uniform(5, 9)), canvas.random.choice([AMBER_LIGHT, PAPER, CREAM, AMBER])
            )


def birds_return(canvas: Canvas) -> None:
    """A flock crosses the big pale sun above autumn ridges."""
    canvas.ground((0, "#F3E4C6"), (0.55, "#F6D3A0"), (1, AMBER_LIGHT))
    canvas.glow(800, 430, 620, "#FFF4DC", strength=0.9)
    canvas.shape(disc(800, 430, 250), "#FDF3DD", "#FBE0B2")
    ridge(canvas, 600, 80, "#E1A766", "#EBC08A", roughness=0.52)
    canvas.mist(600, 780, "#F8E1B9", 0.7)
    ridge(canvas, 700, 62, "#B98450", "#D9A76B", roughness=0.5)
    canvas.mist(690, 860, "#F3D3A0", 0.55)
    near = ridge(canvas, 800, 42, "#5F6B4B", "#4B5A40", roughness=0.48)
    forest(canvas, near, 90, (36, 84), "#4A5B42", to="#3C5140")
    front = hill(canvas, [(0, 900), (400, 925), (800, 900), (1200, 940), (1600, 890)], PINE_DARK, PINE_NIGHT)
    forest(canvas, front, 36, (90, 190), PINE_DARK, to=PINE_NIGHT)
    for place in range(9):
        share = abs(place - 4)
        x = 800 + (place - 4) * 96 + canvas.random.uniform(-10, 10)
        y = 280 + share * 46 + canvas.random.uniform(-8, 8)
        bird(canvas, x, y, 84 - share * 5, INK if place == 4 else PINE_DARK, tilt=canvas.random.uniform(-7, 7))


def bridge(canvas: Canvas) -> None:
    """A footbridge joins two banks over a mountain stream."""
    canvas.ground((0, "#DCEBE4"), (0.5, "#F8EFDC"), (1, PINE_PALE))
    canvas.glow(420, 260, 460, "#FFF6E0", strength=1)
    ridge(canvas, 400, 85, "#B4D2C8", "#DCE8DA", roughness=0.52)
    canvas.mist(400, 580, PAPER, 0.6)
    back = ridge(canvas, 520, 40, "#7CAB9B", "#A9CBB9", roughness=0.48)
    forest(canvas, back, 80, (30, 66), "#5E9685", to="#4A8676")
    canvas.shape([(0, 640), (1600, 640), (1600, 1000), (0, 1000)], "#A8CFC8", "#3F8479")
    glints(canvas, (0, 660, WIDTH, 985), 90, SNOW, 0.55)
    for sign, edge in (
        (1, [(-20, 560), (180, 580), (330, 640), (430, 760), (460, 1020)]),
        (-1, [(1140, 1020), (1180, 770), (1290, 650), (1430, 585), (1620, 560)]),
    ):
        top = hill_bank(canvas, edge)
        part = top[: len(top) // 2] if sign > 0 else top[len(top) // 2 :]
        forest(canvas, part, 9, (170, 320), PINE, to=PINE_DARK)
    rail = [(x, 650 - 104 * math.sin(math.pi * (x - 330) / 940)) for x in range(330, 1271, 10)]
    deck = [(x, y + 62) for x, y in rail]
    canvas.shape([*[(x, y + 84) for x, y in rail], *reversed([(x, y + 62) for x, y in rail])], "#6B4226", "#4E2F1A")
    for x, y in rail[::6]:
        canvas.line([(x, y), (x, y + 66)], 8, "#6B4226")
    canvas.line(rail, 10, AMBER_DARK)
    canvas.line([(x, y + 32) for x, y in rail], 5, AMBER_DARK)
    canvas.line(deck, 8, AMBER)
    for x in (520, 1080):
        y = 650 - 104 * math.sin(math.pi * (x - 330) / 940)
        canvas.shape(box(x - 14, y + 80, 28, 240), "#5B3820", "#2C453C")
        canvas.shape(disc(x, y + 316, 60, 9), "#D8ECE6", alpha=0.6)


def hill_bank(canvas: Canvas, edge: Points) -> list[Point]:
    """A bank of the stream: a hill closed at the nearer corner of the picture; returns its upper edge."""
    top = smooth(edge, steps=24)
    corner = (-20.0, 1020.0) if edge[0][0] < 0 else (1620.0, 1020.0)
    canvas.shape([*top, corner], "#3E8069", PINE_DARK)
    return top


def balanced_stones(canvas: Canvas) -> None:
    """Five stones in balance at the water's edge: what a point of support looks like."""
    canvas.ground((0, "#E4EFEA"), (0.42, "#F9F0DF"), (0.58, "#F5DFB7"), (0.6, "#B5D3CB"), (1, "#2C6E63"))
    canvas.glow(1080, 470, 460, "#FFF0CE", strength=1)
    ridge(canvas, 520, 52, "#BAD4C9", "#D9E5D8", roughness=0.5)
    ridge(canvas, 566, 24, "#8FB9AB", "#B9D3C4", roughness=0.5)
    canvas.shape([(0, 605), (1600, 605), (1600, 1000), (0, 1000)], "#C4DDD5", "#2A6A60")
    glints(canvas, (0, 620, WIDTH, 960), 120, PAPER, 0.6)
    for width, colour, strength in ((470, "#1A5249", 0.35), (380, PINE_DARK, 0.4)):
        canvas.shape(disc(640, 872, width, width * 0.12), colour, alpha=strength)
    level = 850.0
    stones = (
        (250, 72, "#4B6B66", 4),
        (188, 60, "#8A7A66", -3),
        (138, 48, "#3C5B57", 5),
        (96, 40, "#B98B5B", -5),
        (58, 30, "#E3D6BF", 6),
    )
    x = 640.0
    for half, tall, colour, lean in stones:
        body = disc(x, level - tall, half, tall, lean * 0.6)
        canvas.shadow(body, 20, 0.25, (14, 14))
        canvas.shape(body, mix(colour, PAPER, 0.34), mix(colour, PINE_NIGHT, 0.35))
        canvas.shape(disc(x + half * 0.2, level - tall * 1.42, half * 0.5, tall * 0.26, lean), PAPER, alpha=0.22)
        for _ in range(7):
            canvas.shape(
                disc(
                    x + canvas.random.uniform(-0.6, 0.6) * half,
                    level - tall * canvas.random.uniform(0.5, 1.4),
                    canvas.random.uniform(2, 5),
                    2,
                ),
                mix(colour, PINE_NIGHT, 0.5),
                alpha=0.35,
            )
        level -= tall * 1.9
        x += lean * 1.6
    for x, y, half in ((180, 930, 120), (1240, 900, 170), (1480, 960, 150), (980, 965, 90)):
        canvas.shape(disc(x, y, half, half * 0.3), "#3D6460", PINE_NIGHT)
        canvas.shape(disc(x - 20, y - half * 0.16, half * 0.55, half * 0.07), PINE_TINT, alpha=0.25)
