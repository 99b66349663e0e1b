"""The table of facts: every figure the demo texts quote, with its unit, date, source and whose it is.

Figures of other regions are marked with their region and never stand among the centre's own.
"""

import re
from dataclasses import dataclass

from portal.site.demo.content.structure import Words

RESULTS_2021 = Words("Итоги 2021 года, сайт центра", "Results of 2021, the centre’s site")
RESULTS_2021_URL = "http://criscentr.ru/article/1/103"
SLIDES = Words("Методическая презентация центра", "The centre’s methodical presentation")
VOLOGDA = Words(
    "Итоги комплекса мер «Безопасное детство», Вологодская область",
    "Results of the Safe Childhood measures, Vologda Region",
)
KRASNOYARSK = Words("Итоговый отчёт о проекте, Красноярск", "Final report of the project, Krasnoyarsk")
MURMANSK = Words(
    "Сообщение об итоговой конференции, Мурманская область", "Report of the final conference, Murmansk Region"
)


@dataclass(frozen=True)
class Fact:
    """One figure: `value` as it is printed, what is counted, the period or date it is about, where it comes from.

    The first word of `counted` is the unit («человек»), the rest says of what («получили социальные услуги»).
    """

    key: str
    value: str
    counted: Words
    when: Words
    source: Words
    region: str = ""

    def unit(self, language: str) -> str:
        """Return the unit of measurement."""
        return self.counted[language].split(" ", 1)[0]

    def note(self, language: str) -> str:
        """Return what was counted and when."""
        return f"{self.counted[language].split(' ', 1)[1]}, {self.when[language]}"

    def printed(self, language: str) -> str:
        """Return the value as readers of the language write it: 1 580, in English 1,580."""
        if language == "ru":
            return self.value
        return re.sub(r"(?<=\d) (?=\d{3})", ",", self.value).replace("более", "over")

    @property
    def source_url(self) -> str:
        """Return the address of the source; an empty string for one that isn't published."""
        return RESULTS_2021_URL if self.source is RESULTS_2021 else ""


YEAR_2021 = Words("2021 год", "2021")
NOVEMBER_2021 = Words("на 1 ноября 2021 г.", "as of 1 November 2021")
YEAR_2020 = Words("2020 год", "2020")
YEARS_2020_2021 = Words("2020–2021 годы", "2020–2021")
SINCE_2021 = Words("с 2021 года", "since 2021")
YEARS_2022_2023 = Words("2022–2023 годы", "2022–2023")
YEARS_2018_2019 = Words("апрель 2018 — сентябрь 2019 г.", "April 2018 to September 2019")

FACTS: tuple[Fact, ...] = (
    Fact("people", "1 580", Words("человек получили социальные услуги", "people received social services"),
         YEAR_2021, RESULTS_2021),
    Fact("assignment", "110", Words("% государственного задания выполнено", "% of the state assignment fulfilled"),
         YEAR_2021, RESULTS_2021),
    Fact("school_parents", "634", Words("родителя в «Школе добрых мам и пап»", "parents in the School of Kind Mums and Dads"),
         YEAR_2021, RESULTS_2021),
    Fact("school_families", "317", Words("семей в «Школе добрых мам и пап»", "families in the School of Kind Mums and Dads"),
         YEAR_2021, RESULTS_2021),
    Fact("kopilka_groups", "16", Words("групп «Копилки»", "groups of Kopilka"), YEAR_2021, RESULTS_2021),
    Fact("kopilka_children", "164", Words("ребёнка в группах «Копилки»", "children in the Kopilka groups"),
         YEAR_2021, RESULTS_2021),
    Fact("photo_groups", "4", Words("группы «Фотолаборатории»", "groups of the Photo Laboratory"), YEAR_2021, RESULTS_2021),
    Fact("photo_boys", "40", Words("мальчиков в «Фотолаборатории»", "boys in the Photo Laboratory"),
         YEAR_2021, RESULTS_2021),
    Fact("wow_groups", "3", Words("группы «Ух ты, папа!»", "groups of Wow, Dad!"), YEAR_2021, RESULTS_2021),
    Fact("wow_people", "30", Words("участников «Ух ты, папа!»", "members of Wow, Dad!"), YEAR_2021, RESULTS_2021),
    Fact("puzzle_groups", "4", Words("группы марафона «Головоломка»", "groups of the Puzzle marathon"),
         YEAR_2021, RESULTS_2021),
    Fact("puzzle_parents", "61", Words("родитель в марафоне «Головоломка»", "parents in the Puzzle marathon"),
         YEAR_2021, RESULTS_2021),
    Fact("specialists", "138", Words("специалистов в школе «PRO-социальные практики»",
                                     "specialists at the PRO-social Practices school"), YEAR_2021, RESULTS_2021),
    Fact("comics_entrants", "63", Words("участника конкурса «Сила доверия»", "entrants of the Power of Trust competition"),
         YEAR_2021, RESULTS_2021),
    Fact("cohorts_planned", "4", Words("потока «Школы добрых мам и пап» по плану", "cohorts of the school, as planned"),
         Words("план на 2022 год", "plan for 2022"), RESULTS_2021),
    Fact("navigator_2020", "257", Words("семей участвовали в «Семейном навигаторе»", "families took part in Family Navigator"),
         YEAR_2020, SLIDES),
    Fact("navigator_2020_done", "223", Words("семьи завершили «Семейный навигатор»", "families completed Family Navigator"),
         YEAR_2020, SLIDES),
    Fact("navigator_2021", "1 023", Words("семьи получили помощь по «Семейному навигатору»",
                                          "families were helped through Family Navigator"), NOVEMBER_2021, SLIDES),
    Fact("navigator_2021_done", "839", Words("семей завершили «Семейный навигатор»", "families completed Family Navigator"),
         NOVEMBER_2021, SLIDES),
    Fact("support_trained", "более 150", Words("специалистов обучены «Точке опоры»", "specialists trained in Point of Support"),
         YEARS_2020_2021, SLIDES),
    Fact("support_families", "более 140", Words("семей занимались по «Точке опоры»", "families worked through Point of Support"),
         SINCE_2021, SLIDES),
    Fact("support_meetings", "10", Words("встреч в программе «Точка опоры»", "meetings in Point of Support"),
         YEAR_2021, SLIDES),
    Fact("helper_topics", "8", Words("тем в программе «Семейный помощник»", "topics in Family Helper"), YEAR_2021, SLIDES),
    Fact("vologda_services", "55", Words("служб открыто", "services opened"), YEARS_2022_2023, VOLOGDA, "Вологодская область"),
    Fact("vologda_sos", "27", Words("служб особого сопровождения", "services of special support"),
         YEARS_2022_2023, VOLOGDA, "Вологодская область"),
    Fact("vologda_mediation", "7", Words("служб семейной медиации", "services of family mediation"),
         YEARS_2022_2023, VOLOGDA, "Вологодская область"),
    Fact("vologda_peace", "9", Words("служб примирения", "services of reconciliation"),
         YEARS_2022_2023, VOLOGDA, "Вологодская область"),
    Fact("krasnoyarsk_families", "140", Words("семей участвовали в проекте", "families took part"),
         YEARS_2018_2019, KRASNOYARSK, "Красноярск"),
    Fact("krasnoyarsk_mentors", "140", Words("наставников подготовлено", "mentors trained"),
         YEARS_2018_2019, KRASNOYARSK, "Красноярск"),
    Fact("krasnoyarsk_manuals", "6", Words("пособий для специалистов, родителей и наставников", "manuals for specialists, parents and mentors"),
         Words("сентябрь 2019 г.", "September 2019"), KRASNOYARSK, "Красноярск"),
    Fact("murmansk_children", "1 128", Words("детей получили помощь", "children were helped"),
         Words("полтора года проекта", "a year and a half of the project"), MURMANSK, "Мурманская область"),
    Fact("murmansk_families", "1 049", Words("семей получили помощь", "families were helped"),
         Words("полтора года проекта", "a year and a half of the project"), MURMANSK, "Мурманская область"),
)  # fmt: skip

# Numbers that are no statistics: what they are, and the numbers as the texts write them.
OTHER_NUMBERS: dict[str, str] = {
    "telephones": "8 800 2000 122 124 112 7 3852 55 12 88 72 25",
    "address of the centre": "113",
    "laws: 442-ФЗ, article 6; 152-ФЗ": "442 6 152",
    "years": "2019 2020 2021 2022 2023 2024",
    "days: 1 November 2021, 17 May": "1 17",
    "ages of young men in PROdvizhenie": "13 18",
    "a number of a certificate, its hour in minutes": "2026 000123 45",
    "the list of a hundred best practices": "100",
    "zoom of the text in per cent": "400",
    "time zone of Barnaul": "7",
}


def fact(key: str) -> Fact:
    """Return the fact called `key`. Raises KeyError for an unknown one."""
    return {each.key: each for each in FACTS}[key]
