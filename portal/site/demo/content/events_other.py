"""Webinars, a supervision seminar, a conference with sections and an open Sunday."""

from portal.site.demo.content.events_plan import (
    CONFERENCE_HALL,
    ONLINE,
    CohortPlan,
    EventPlan,
    MeetingPlan,
    SectionPlan,
)
from portal.site.demo.content.structure import PageWords, Words, callout, figures, heading, steps, text

WEBINAR = EventPlan(
    kind="webinar",
    audience="specialist",
    hours="2",
    page=PageWords(
        slug="family-budget-webinar",
        en_slug="family-budget-webinar",
        title=Words("Вебинар «Семейный бюджет: разговор без стыда»", "Webinar: the family budget without shame"),
        lead=Words(
            "Как обсуждать деньги с семьёй, у которой их мало, и составить план, который выполним.",
            "How to discuss money with a family that has little of it, and to make a plan that can be kept.",
        ),
        picture="savings",
        body=(
            text(
                """Бюджет — тема, на которой обрываются самые добрые отношения. Мы покажем, как говорить о нём спокойно: с чего начать, какие вопросы ранят, а какие помогают, что делать, если доход то есть, то нет.""",
                """The budget is a subject on which the kindest relations break. We will show how to speak of it calmly: where to begin, which questions hurt and which help, what to do when there is income one month and none the next.""",
            ),
            heading("План встречи", "Plan of the meeting"),
            steps(
                ("Почему о деньгах молчат", "Разберём три частые ситуации.", "Why people keep silent about money", "We take three common situations."),
                ("Бюджет на одном листе", "Заполним его вместе, пример возьмём придуманный.", "A budget on one sheet", "We fill it in together, with an invented example."),
                ("Ваши вопросы", "Пришлите их заранее или задайте в чате.", "Your questions", "Send them beforehand or ask in the chat."),
            ),
            callout(
                "Подключение", "Ссылка придёт в письме после подтверждения адреса. Хватит телефона и наушников.",
                en_title="How to join", en="The link comes in the letter once your address is confirmed. A telephone and headphones will do.",
            ),
        ),
    ),
    cohorts=(
        CohortPlan(
            1, -17, 12, 100, (MeetingPlan(13, Words("Семейный бюджет", "The family budget"), "14:00", 90),),
            venue=ONLINE, join_url="https://webinar.opora.example/family-budget", people=22, unconfirmed=2, cancelled=1,
        ),
    ),
)  # fmt: skip

PAST_WEBINAR = EventPlan(
    kind="webinar",
    audience="specialist",
    hours="2",
    page=PageWords(
        slug="helpline-for-teenagers",
        en_slug="helpline-for-teenagers",
        title=Words("Вебинар «Как рассказать подростку о телефоне доверия»", "Webinar: telling a teenager about the helpline"),
        lead=Words(
            "Плакат подросток не прочтёт. Говорим о том, какие слова он услышит.",
            "A teenager will not read a poster. We talk about the words that will be heard.",
        ),
        picture="helpline",
        body=(
            text(
                """Номер 8-800-2000-122 знают многие, звонят немногие. На вебинаре мы говорили о том, что мешает: страх, что узнают родители, уверенность, что «это не для меня», стыд за собственный голос.""",
                """Many know the number 8-800-2000-122, few call it. At the webinar we spoke of what stands in the way: fear that parents will learn, the certainty that it is “not for me”, shame of one’s own voice.""",
            ),
            heading("О чём договорились", "What we agreed on"),
            text(
                """<ul><li>Показывать короткий номер 124: его легче запомнить.</li><li>Рассказывать, что будет после гудка, шаг за шагом.</li><li>Звонить вместе в первый раз, если подросток попросит.</li></ul>""",
                """<ul><li>To show the short number 124: it is easier to remember.</li><li>To tell what happens after the ringing tone, step by step.</li><li>To call together the first time, if the teenager asks.</li></ul>""",
            ),
        ),
    ),
    cohorts=(
        CohortPlan(
            1, -55, -27, 60, (MeetingPlan(-26, Words("Как рассказать о телефоне доверия", "Telling about the helpline"), "11:00", 90),),
            venue=ONLINE, join_url="https://webinar.opora.example/helpline", people=14, cancelled=1,
        ),
    ),
)  # fmt: skip

SUPERVISION = EventPlan(
    kind="supervision",
    audience="specialist",
    hours="3",
    page=PageWords(
        slug="supervision-seminar",
        en_slug="supervision-seminar",
        title=Words("Семинар-супервизия «Когда семья не открывает дверь»", "Supervision: when a family does not open the door"),
        lead=Words(
            "Небольшой круг, один случай, ни одной оценки. Всё, что сказано, остаётся в комнате.",
            "A small circle, one case, no marks. Everything that is said stays in the room.",
        ),
        picture="round-table",
        body=(
            text(
                """Иногда специалист делает всё правильно, а семья всё равно молчит. На супервизии мы разбираем такой случай вместе: не ищем виноватого, а смотрим, где ещё есть дверь.""",
                """Sometimes a specialist does everything right and the family keeps silent all the same. At the supervision we look at such a case together: nobody looks for somebody to blame, we look for another door.""",
            ),
            heading("Правила круга", "Rules of the circle"),
            text(
                """<ul><li>О семьях говорим без имён, адресов и примет.</li><li>Никаких записей и списков на сайте.</li><li>Совет можно не брать, на вопрос можно не отвечать.</li></ul>""",
                """<ul><li>We speak of families without names, addresses or telling details.</li><li>No recordings, and no lists on the site.</li><li>You need not take advice, nor answer a question.</li></ul>""",
            ),
            callout(
                "Мест мало, очередь движется", "Если мест нет, встаньте в очередь: когда кто-то откажется, мы напишем следующему и подержим место сутки.",
                en_title="Few places, a moving queue", en="If it is full, join the queue: when somebody gives a place up, we write to the next one and hold it for a day.",
            ),
        ),
    ),
    cohorts=(
        CohortPlan(
            1, -20, 9, 8, (MeetingPlan(10, Words("Когда семья не открывает дверь", "When a family does not open the door"), "15:00", 120),),
            people=14,
        ),
    ),
)  # fmt: skip

CONFERENCE = EventPlan(
    kind="conference",
    audience="specialist",
    hours="6",
    page=PageWords(
        slug="family-resources-conference",
        en_slug="family-resources-conference",
        title=Words("Межрегиональная конференция «Ресурсы семьи»", "Interregional conference: the resources of a family"),
        lead=Words(
            "Один день, три секции и много времени на разговор: что помогает семьям встать на ноги.",
            "One day, three sections and plenty of time to talk: what helps families to stand on their feet.",
        ),
        picture="conference-hall",
        body=(
            text(
                """Мы зовём тех, кто пробует новое и готов честно рассказать, что получилось, а что нет. Доклады короткие, обсуждения длинные. Можно приехать просто послушать и задать вопрос.""",
                """We invite people who try new things and will say honestly what worked and what did not. Talks are short, discussions long. You may also come just to listen and to ask.""",
            ),
            heading("О чём будем говорить", "What we will talk about"),
            text(
                """<ul><li>Социальный контракт: как поддержать семью, пока деньги работают.</li><li>Отцовство: что делать, чтобы папы приходили сами.</li><li>Дети и телефон доверия: комиксы, игры и разговоры в школе.</li></ul>""",
                """<ul><li>Social contracts: how to support a family while the money is at work.</li><li>Fatherhood: what to do so that dads come of their own accord.</li><li>Children and the helpline: comics, games and talks at school.</li></ul>""",
            ),
            heading("На что мы опираемся", "What we build on"),
            figures("navigator_2021", "navigator_2021_done"),
            callout(
                "Приезжим", "Время указано барнаульское: плюс четыре часа к московскому. Кофе и тишину в перерывах обещаем.",
                en_title="For guests", en="Times are those of Barnaul, four hours ahead of Moscow. We promise coffee, and silence in the breaks.",
            ),
        ),
    ),
    sections=(
        SectionPlan(Words("Социальный контракт и сопровождение", "Social contracts and support"), 40),
        SectionPlan(Words("Отцовство", "Fatherhood"), 30),
        SectionPlan(Words("Дети и телефон доверия", "Children and the helpline"), 30),
    ),
    cohorts=(
        CohortPlan(
            1, -12, 37, 100,
            (
                MeetingPlan(41, Words("Общая часть", "Plenary"), "10:00", 120),
                MeetingPlan(41, Words("Секция «Социальный контракт и сопровождение»", "Section: social contracts and support"), "13:00", 150, 0),
                MeetingPlan(41, Words("Секция «Отцовство»", "Section: fatherhood"), "13:00", 150, 1),
                MeetingPlan(41, Words("Секция «Дети и телефон доверия»", "Section: children and the helpline"), "13:00", 150, 2),
            ),
            venue=CONFERENCE_HALL, people=21, unconfirmed=1, cancelled=1,
        ),
    ),
)  # fmt: skip

SUNDAY = EventPlan(
    kind="campaign",
    audience="parent",
    hours=None,
    registration="none",
    page=PageWords(
        slug="sunday-with-dad",
        en_slug="sunday-with-dad",
        title=Words("Воскресенье вместе с папой", "Sunday with Dad"),
        lead=Words(
            "Двор центра, костровая каша и воздушный змей. Записываться не нужно, просто приходите.",
            "The yard of the centre, porridge on a fire and a kite. No registration, just come.",
        ),
        picture="sunday-kite",
        body=(
            text(
                """Приходите с ребёнком любого возраста, с дедушкой, с соседом. Дел хватит всем: пилить, клеить, варить, запускать. Уйти можно в любую минуту.""",
                """Come with a child of any age, with a grandfather, with a neighbour. There is work for everybody: sawing, gluing, cooking, flying. You may leave at any moment.""",
            ),
            heading("Что взять", "What to bring"),
            text(
                """Тёплую одежду, кружку и хорошее настроение, а если его нет, то приходите без него.""",
                """Warm clothes, a mug and good spirits; if you have none, come without them.""",
            ),
        ),
    ),
    cohorts=(
        CohortPlan(
            1, -10, 5, 60, (MeetingPlan(6, Words("Встречаемся во дворе", "We meet in the yard"), "12:00", 120, weekend=True),),
            venue=Words("Барнаул, ул. Г. Исакова, 113-е, двор центра", "Yard of the centre, 113-e G. Isakova Street, Barnaul"),
        ),
    ),
)  # fmt: skip
