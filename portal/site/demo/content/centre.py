"""What the centre says of itself on every page: names, contacts, helplines, who signs certificates."""

from dataclasses import dataclass

from portal.site.demo.content.structure import Words

PORTAL_NAME = Words("Опора", "Opora")
CENTRE_NAME = Words("КГБУСО «Краевой кризисный центр для мужчин»", "Altai Krai Crisis Centre for Men (KGBUSO)")
CENTRE_SHORT_NAME = Words("Краевой кризисный центр для мужчин", "Altai Krai Crisis Centre for Men")
FOUNDER = Words("Министерство социальной защиты Алтайского края", "Ministry of Social Protection of Altai Krai")
ADDRESS = Words("г. Барнаул, ул. Г. Исакова, 113-е", "113-e G. Isakova Street, Barnaul, Russia")
OPENING_HOURS = Words("Часы приёма подскажут по телефону", "Call us for opening hours")
PHONE = "+7 (3852) 55-12-88"
EMAIL = "criscentr@mail.ru"


@dataclass(frozen=True)
class HelplineWords:
    """A telephone of the strip on every page."""

    phone: str
    name: Words
    note: Words


HELPLINES = (
    HelplineWords(
        "8-800-2000-122",
        Words("Детский телефон доверия", "Child Helpline"),
        Words(
            "детям, подросткам и родителям, бесплатно и анонимно",
            "for children, teenagers and parents, free and anonymous",
        ),
    ),
    HelplineWords(
        "124",
        Words("Тот же телефон с мобильного", "The same line from a mobile"),
        Words("короткий номер, бесплатно", "short number, free"),
    ),
    HelplineWords(
        "112",
        Words("Экстренные службы", "Emergency services"),
        Words("если кому-то угрожает опасность сейчас", "if anybody is in danger now"),
    ),
)

# The people of the demo are invented; surnames are taken from trees and birds so that nobody is meant.
SIGNATORY_NAME = "С. В. Кедрова"
SIGNATORY_POSITION = Words("Директор центра (демонстрация)", "Director of the centre (demonstration)")


@dataclass(frozen=True)
class Account:
    """A demo account; its password is printed by `manage.py demo` and never made outside development."""

    email: str
    password: str
    surname: str
    given_name: str
    role: str
    title: str


ACCOUNTS = (
    Account("editor@opora.example", "redaktor-opora-1", "Ивушкина", "Вера", "editor", "редактор"),
    Account("chief@opora.example", "glavred-opora-1", "Рябинина", "Ольга", "chief_editor", "главный редактор"),
    Account("methodist@opora.example", "metodist-opora-1", "Синицына", "Нина", "methodist", "методист"),
    Account("admin@opora.example", "admin-opora-1", "Кедров", "Пётр", "administrator", "администратор"),
)
