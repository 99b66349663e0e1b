"""The first page and the sections."""

from portal.site.demo.content.structure import PageWords, Words, figures, heading, text

HOME = PageWords(
    slug="home",
    en_slug="home-en",
    title=Words("Опора", "Opora"),
    lead=Words(
        "Помогаем мужчинам, родителям и детям Алтайского края пережить трудное время. Учим этому специалистов.",
        "We help men, parents and children of Altai Krai through hard times, and teach specialists how to.",
    ),
    picture="house-at-night",
    body=(
        heading("Чем мы можем помочь", "How we can help"),
        text(
            """Бывает, что дома стало тихо не от покоя, а от усталости. Что сын не разговаривает, деньги кончились, а сил объяснять нет. К нам приходят с этим каждый день. Можно начать со звонка, можно со вторника, можно без имени.""",
            """Sometimes a home grows quiet not from peace but from tiredness. A son does not talk, the money is gone, and there is no strength left to explain. People come to us with this every day. You can begin with a call, on any Tuesday, without giving your name.""",
        ),
        heading("Наш 2021 год", "Our 2021"),
        figures("people", "school_families", "specialists"),
    ),
)

NEWS_INDEX = PageWords(
    slug="news",
    en_slug="news",
    title=Words("Новости", "News"),
    lead=Words(
        "Что происходит в центре и чему мы учимся у коллег из других регионов.",
        "What happens at the centre and what we learn from colleagues elsewhere.",
    ),
    body=(),
)

EVENT_INDEX = PageWords(
    slug="events",
    en_slug="events",
    title=Words("События", "Events"),
    lead=Words(
        "Школы, вебинары, супервизии и встречи. Записаться можно без учётной записи, за минуту.",
        "Schools, webinars, supervisions and meetings. You can register in a minute, without an account.",
    ),
    body=(),
)
