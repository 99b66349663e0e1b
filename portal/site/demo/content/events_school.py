"""The school with its four cohorts: past, under way, open, announced."""

from portal.site.demo.content.events_plan import CohortPlan, EventPlan, MeetingPlan
from portal.site.demo.content.structure import PageWords, Words, callout, figures, heading, quote, steps, text

TOPICS = (
    Words("Первый разговор с семьёй", "The first talk with a family"),
    Words("Сильные стороны и ресурсы семьи", "Strengths and resources of a family"),
    Words("Стресс и совладание с ним", "Stress and how to cope with it"),
    Words("Быт, время и бюджет", "Home, time and budget"),
    Words("Итоги и план для своего района", "Results and a plan for one’s own district"),
)


def meetings(*days: int) -> tuple[MeetingPlan, ...]:
    """Return the five meetings of a cohort on the given days from today."""
    return tuple(MeetingPlan(day, topic) for day, topic in zip(days, TOPICS, strict=True))


SCHOOL = EventPlan(
    kind="school",
    audience="specialist",
    hours="20",
    page=PageWords(
        slug="pro-social-practices",
        en_slug="pro-social-practices",
        title=Words("Школа передового опыта «PRO-социальные практики»", "PRO-social Practices: a school of good work"),
        lead=Words(
            "Пять встреч для тех, кто работает с семьями: меньше слов, больше практики, поддержка коллег.",
            "Five meetings for people who work with families: fewer words, more practice, the support of colleagues.",
        ),
        picture="notebooks",
        body=(
            text(
                """Школа нужна тем, кто каждый день заходит в чужой дом и за полчаса должен понять, чем помочь. Мы собираем группу, в которой можно спросить о чём угодно, примерить приём на себе и только потом нести его в семью.""",
                """The school is for people who every day enter somebody else’s home and have half an hour to see how to help. We gather a group where you can ask anything, try a method on yourself, and only then take it to a family.""",
            ),
            heading("Чему научимся", "What we will learn"),
            text(
                """<ul><li>Начинать разговор так, чтобы дверь не закрылась.</li><li>Видеть вместе с семьёй, что у неё уже получается.</li><li>Работать с тетрадями программ «Точка опоры» и «Семейный помощник».</li><li>Беречь себя: замечать усталость раньше, чем она заметит вас.</li></ul>""",
                """<ul><li>To begin a talk so that the door does not close.</li><li>To see, together with the family, what already works.</li><li>To use the workbooks of Point of Support and Family Helper.</li><li>To take care of yourself: to notice tiredness before it notices you.</li></ul>""",
            ),
            heading("Как проходит школа", "How the school goes"),
            steps(
                ("Встречаемся пять раз", "По три часа, в учебном классе центра. Между встречами примерно неделя.",
                 "We meet five times", "For three hours, in the training room of the centre, about a week apart."),
                ("Пробуем между встречами", "Короткое задание с одной семьёй, без бумаг и отчётов.",
                 "We try things out in between", "A short task with one family, no papers and no reports."),
                ("Получаем сертификат", "Если вы были на большинстве встреч. На остальное дадим справку.",
                 "We receive a certificate", "If you came to most of the meetings. For fewer there is a statement."),
            ),
            heading("Кто уже учился", "Who has learned here"),
            figures("specialists"),
            quote("Лучший приём — тот, который вы попробовали на себе.", "Правило школы",
                  "The best method is the one you have tried on yourself.", "A rule of the school"),
            callout(
                "Что взять с собой",
                "Тетрадь, удобную обувь и один случай из практики, о котором хочется поговорить. Имён не называем.",
                en_title="What to bring",
                en="A notebook, comfortable shoes and one case from your practice that you would like to talk over. We give no names.",
            ),
        ),
    ),
    cohorts=(
        CohortPlan(1, -130, -96, 16, meetings(-90, -83, -76, -69, -62), people=16, cancelled=1),
        CohortPlan(2, -60, -17, 18, meetings(-14, -7, 2, 9, 16), people=18, unconfirmed=0, cancelled=2),
        CohortPlan(3, -4, 18, 20, meetings(24, 31, 38, 45, 52), people=9, unconfirmed=1, cancelled=1),
        CohortPlan(4, 35, 70, 20, meetings(78, 85, 92, 99, 106)),
    ),
)  # fmt: skip
