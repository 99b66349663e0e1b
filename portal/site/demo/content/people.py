"""Invented participants. Surnames come from trees, birds and weather, addresses from the reserved domain .example."""

from dataclasses import dataclass

SURNAMES = """Берёзкина Журавлёва Ручейков Снегирёва Ивлева Калинина Тополев Ласточкина Осинцева Ольховская Полевая
Родникова Рощина Сосновская Травкина Уточкина Филинова Черёмухина Шиповникова Щеглова Ягодина Зимина Вешняков Гроздева
Дубравина Ельникова Зорина Кленова Лебедянская Мятлина Орешникова Пихтова Ракитина Синеглазова Тальникова Чижова
Багульникова Василькова Голубкина Жаворонкова Земляникина Камышова Ландышева Метелицына Подснежникова Росинкина
Скворцова Туманова Хвоин Яблонева Боярышников Вербицкая Дроздова Кедринцева Лугова Облакова Перелескова Ряскина
Светлячкова Тропинин Утёсова Ясенева Бурундукова Малинкина Ирисова Крылова Пташкина Солнышкова""".split()
WOMEN = "Анна Мария Елена Ирина Светлана Татьяна Наталья Юлия Дарья Людмила Галина Вера Надежда Любовь".split()
WOMEN_PATRONYMICS = "Ивановна Петровна Сергеевна Андреевна Николаевна Павловна Олеговна Юрьевна".split()
MEN = "Алексей Павел Илья Роман Степан".split()
MEN_PATRONYMICS = "Иванович Сергеевич Андреевич Павлович".split()
POSITIONS = (
    "психолог",
    "специалист по социальной работе",
    "социальный педагог",
    "заведующая отделением",
    "методист",
    "специалист по работе с семьёй",
)
# (municipality as in the directory, name of the organisation, its kind)
ORGANISATIONS = (
    ("Барнаул", "КЦСОН города Барнаула", "kcson"),
    ("Бийск", "КЦСОН города Бийска", "kcson"),
    ("Рубцовск", "КЦСОН города Рубцовска", "kcson"),
    ("Новоалтайск", "КЦСОН города Новоалтайска", "kcson"),
    ("Заринск", "КЦСОН города Заринска", "kcson"),
    ("Павловский", "КЦСОН Павловского района", "kcson"),
    ("Тальменский", "КЦСОН Тальменского района", "kcson"),
    ("Алейск", "КЦСОН города Алейска", "kcson"),
    ("Каменский", "КЦСОН Каменского района", "kcson"),
    ("Шипуновский", "Управление социальной защиты, Шипуновский район", "uszn"),
    ("Бийск", "Центр помощи семье «Тёплый дом», Бийск (вымышленный)", "family_centre"),
    ("Барнаул", "Некоммерческая организация «Рядом» (вымышленная)", "ngo"),
)


@dataclass(frozen=True)
class Person:
    """An invented participant."""

    surname: str
    given_name: str
    patronymic: str
    email: str
    position: str
    organisation: int


def people(count: int) -> list[Person]:
    """Return `count` invented participants, always the same ones in the same order."""
    made: list[Person] = []
    for number in range(count):
        surname = SURNAMES[number % len(SURNAMES)]
        is_man = not surname.endswith(("а", "я"))
        names, patronymics = (MEN, MEN_PATRONYMICS) if is_man else (WOMEN, WOMEN_PATRONYMICS)
        turn = number // len(SURNAMES)
        made.append(
            Person(
                surname,
                names[(number + turn * 3) % len(names)],
                patronymics[(number * 3 + turn) % len(patronymics)],
                f"person{number + 1}@participant.example",
                POSITIONS[number % len(POSITIONS)],
                (number * 5) % len(ORGANISATIONS),
            )
        )
    return made
