"""Every picture of the demo: its name, what a person who does not see it should know, and how it is painted."""

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO

from portal.site.demo.pictures import outdoors, rooms, table, things
from portal.site.demo.pictures.canvas import Canvas

JPEG_QUALITY = 90


@dataclass(frozen=True)
class Picture:
    """A picture to paint. `title` and `ru` are shown to Russian readers, `en` is the English description."""

    name: str
    title: str
    ru: str
    en: str
    paint: Callable[[Canvas], None]
    seed: int

    def jpeg(self) -> bytes:
        """Paint the picture; the same bytes each time under one version of Pillow. 1600 × 1000 pixels."""
        canvas = Canvas(self.seed)
        self.paint(canvas)
        stream = BytesIO()
        canvas.finished().save(stream, "JPEG", quality=JPEG_QUALITY, optimize=True)
        return stream.getvalue()


PICTURES: tuple[Picture, ...] = (
    Picture("valley-morning", "Утро в долине", "Долина ранним утром: река в тумане, ели на холмах, бледное солнце.",
            "A valley early in the morning: a river in the mist, spruces on the hills, a pale sun.",
            outdoors.valley_morning, 7),
    Picture("river-evening", "Вечер на реке", "Закат над широкой рекой, солнечная дорожка на воде, птицы.",
            "Sunset over a wide river, the sun’s path on the water, birds.", outdoors.river_evening, 8),
    Picture("house-at-night", "Дом зимней ночью", "Зимняя ночь: домик со светящимися окнами, снег, ели и звёзды.",
            "A winter night: a small house with lit windows, snow, spruces and stars.", outdoors.house_at_night, 9),
    Picture("path-uphill", "Тропинка", "Тропинка через цветущий луг поднимается на холм к дереву.",
            "A path through a meadow in bloom climbs a hill to a tree.", outdoors.path_uphill, 10),
    Picture("birds-return", "Стая", "Стая птиц пролетает перед большим солнцем над осенними горами.",
            "A flock of birds crosses a large sun above autumn hills.", outdoors.birds_return, 11),
    Picture("bridge", "Мост", "Деревянный пешеходный мост соединяет два лесистых берега.",
            "A wooden footbridge joins two wooded banks.", outdoors.bridge, 12),
    Picture("balanced-stones", "Равновесие", "Пять гладких камней стоят друг на друге у воды.",
            "Five smooth stones stand one on another at the water’s edge.", outdoors.balanced_stones, 13),
    Picture("notebooks", "Рабочие тетради", "Стол сверху: раскрытая рабочая тетрадь с рисунком дома, карандаши, чай, листья.",
            "A table from above: an open workbook with a drawing of a house, pencils, tea, leaves.",
            table.notebooks, 7),
    Picture("map-and-compass", "Карта и компас", "Карта холмов с проложенным путём к дому, на ней компас.",
            "A map of hills with a way marked to a house, a compass on it.", table.map_and_compass, 8),
    Picture("round-table", "Круглый стол", "Круглый стол сверху: семь стульев, тетради и чашки чая.",
            "A round table from above: seven chairs, notebooks and cups of tea.", table.round_table, 9),
    Picture("savings", "Три банки", "Три банки с монетами, над каждой росток выше прежнего.",
            "Three jars of coins, above each a sprout taller than the one before.", table.savings, 10),
    Picture("certificate", "Сертификат", "Сертификат с печатью лежит на столе, рядом карандаш и осенние листья.",
            "A certificate with a seal on a table, a pencil and autumn leaves beside it.", table.certificate, 11),
    Picture("paper-boats", "Бумажные кораблики", "Большой бумажный кораблик и два маленьких на спокойной воде.",
            "A large paper boat and two small ones on quiet water.", things.paper_boats, 7),
    Picture("helpline", "Телефон доверия", "Телефонная трубка; её шнур складывается в сердце.",
            "A telephone receiver; its cord forms a heart.", things.helpline, 8),
    Picture("comics", "Страница комикса", "Страница комикса: горы, дом ночью, телефон, разговор взрослого и ребёнка.",
            "A page of comics: hills, a house at night, a telephone, a grown-up and a child talking.",
            things.comics, 9),
    Picture("mittens", "Варежки", "Четыре пары варежек сушатся на верёвке: от самых больших до самых маленьких.",
            "Four pairs of mittens dry on a line, from the largest to the smallest.", things.mittens, 10),
    Picture("doorway", "Прихожая", "Прихожая: валенки большие, поменьше и детские, из приоткрытой двери падает тёплый свет.",
            "A hallway: large, smaller and children’s felt boots, warm light from a half-open door.", rooms.doorway, 7),
    Picture("conference-hall", "Зал конференции", "Зал перед началом: ряды кресел, сцена с трибуной, на экране горы.",
            "A hall before the start: rows of seats, a stage with a lectern, hills on the screen.",
            rooms.conference_hall, 8),
    Picture("webinar", "Вебинар вечером", "Вечерний стол: ноутбук с видеовстречей, наушники, лампа и чашка чая.",
            "An evening desk: a laptop with a video meeting, headphones, a lamp and a cup of tea.", rooms.webinar, 9),
    Picture("photo-laboratory", "Фотолаборатория", "Снимки сушатся на верёвке под лампой, под ними плёночный фотоаппарат.",
            "Photographs dry on a line under a lamp, below them a film camera.", rooms.photo_laboratory, 10),
    Picture("sunday-kite", "Воздушный змей", "Взрослый и ребёнок запускают воздушного змея на холме.",
            "A grown-up and a child fly a kite on a hill.", rooms.sunday_kite, 11),
    Picture("school-bag", "Школьный рюкзак", "Школьный рюкзак, книги, яблоко и осенние листья.",
            "A school bag, books, an apple and autumn leaves.", things.school_bag, 12),
)  # fmt: skip


def picture(name: str) -> Picture:
    """Return the picture called `name`. Raises KeyError for an unknown name."""
    return {each.name: each for each in PICTURES}[name]


def jpeg_of(name: str) -> bytes:
    """Paint the picture called `name`: a function by name, so that another process can be asked for it."""
    return picture(name).jpeg()
