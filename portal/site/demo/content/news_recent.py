"""News of the last weeks, tied to the events of the demo, and the year in figures."""

from dataclasses import dataclass

from portal.site.demo.content.structure import (
    Block,
    DaysAgo,
    LastTime,
    PageWords,
    Words,
    callout,
    figures,
    heading,
    image,
    quote,
    steps,
    text,
)


@dataclass(frozen=True)
class NewsWords:
    """A news item: its page, its kind (projects.editorial.NewsKind) and its date seen from today."""

    page: PageWords
    kind: str
    date: DaysAgo | LastTime


def news(
    slug: str, kind: str, date: DaysAgo | LastTime, title: Words, lead: Words, *body: Block, picture: str
) -> NewsWords:
    """Make a news item; the English page keeps the same address part under /en/."""
    return NewsWords(PageWords(slug, title, lead, body, picture, en_slug=slug), kind, date)


RECENT: tuple[NewsWords, ...] = (
    news(
        "third-cohort-open", "announcement", DaysAgo(3),
        Words("Открыта запись на третий поток школы", "Registration for the third cohort of the school is open"),
        Words(
            "Школа «PRO-социальные практики» набирает новую группу: пять встреч, рабочие тетради и наставник на всё время учёбы.",
            "The PRO-social Practices school gathers a new group: five meetings, workbooks and a mentor all the way through.",
        ),
        text(
            """Мы снова зовём учиться специалистов, которые каждый день бывают в семьях: психологов, социальных работников, педагогов комплексных центров и школ.
            За пять встреч разберём, как начать разговор, когда вам не рады, как вместе с семьёй найти её сильные стороны и как не сгореть самому. Теории будет ровно столько, сколько нужно для практики: на каждой встрече работаем в тетрадях и парах.""",
            """Once more we invite specialists who visit families every day: psychologists, social workers, teachers of social centres and schools.
            In five meetings we will work out how to begin a talk when you are not welcome, how to find a family’s strengths together with it, and how not to burn out yourself. There will be as much theory as practice needs: at every meeting we work with notebooks and in pairs.""",
        ),
        heading("Как записаться", "How to register"),
        steps(
            ("Откройте страницу школы", "Там видно, сколько мест осталось и на какое время это верно.",
             "Open the page of the school", "It shows how many places are left and at what time this was true."),
            ("Заполните короткую форму", "Учётная запись не нужна. Хватит имени, места работы и почты.",
             "Fill in a short form", "No account is needed. Your name, work place and e-mail will do."),
            ("Подтвердите адрес", "Нажмите кнопку в письме. Если мест уже нет, вы увидите свой номер в очереди.",
             "Confirm your address", "Press the button in the letter. If there are no places left, you will see your number in the queue."),
        ),
        callout(
            "Планы изменились?",
            "Откажитесь по ссылке из письма: место сразу получит тот, кто ждёт.",
            en_title="Have your plans changed?",
            en="Give your place up by the link in the letter: whoever waits gets it at once.",
        ),
        picture="path-uphill",
    ),
    news(
        "supervision-is-not-inspection", "news", DaysAgo(11),
        Words("Супервизия — это не проверка", "Supervision is not an inspection"),
        Words(
            "Восемь человек, один трудный случай и два часа, когда никто не оценивает. Рассказываем, как проходит наш семинар.",
            "Eight people, one difficult case and two hours when nobody gives marks. This is how our seminar goes.",
        ),
        text(
            """Слово звучит строго, а смысл у него добрый. Супервизия — разговор коллег о случае, в котором один из них застрял. Ошибок здесь не ищут. Ищут то, чего изнутри не видно.""",
            """The word sounds stern, but its meaning is kind. Supervision is a talk among colleagues about a case in which one of them is stuck. Nobody looks for mistakes. We look for what cannot be seen from inside.""",
        ),
        heading("Как это бывает", "How it goes"),
        text(
            """Тот, кто принёс случай, рассказывает о нём без имён и примет. Остальные задают вопросы: сначала только о фактах, потом о чувствах. Советы начинаются в самом конце, и брать их не обязательно.
            Запись не ведётся, списка участников на сайте нет. То, что сказано за столом, остаётся за столом.""",
            """The one who brought the case tells it without names or telling details. The others ask questions: first about facts only, then about feelings. Advice comes at the very end, and nobody has to take it.
            Nothing is recorded, and no list of participants is published. What is said at the table stays at the table.""",
        ),
        quote("Прийти с тяжёлой историей, а уйти с планом на понедельник.", "Так мы понимаем удачную супервизию",
              "To come with a heavy story and to leave with a plan for Monday.", "How we understand a good supervision"),
        text(
            """На ближайший семинар мест уже нет, но в очередь встать стоит: планы меняются часто, и освободившееся место мы предлагаем по порядку.""",
            """The next seminar is full, yet it is worth joining the queue: plans often change, and a place that comes free is offered in turn.""",
        ),
        picture="birds-return",
    ),
    news(
        "family-budget-questions", "announcement", DaysAgo(17),
        Words("Вебинар о семейном бюджете: собираем вопросы"),
        Words("Как говорить о деньгах с семьёй, у которой их нет, и не обидеть? Пришлите вопрос, мы разберём его в эфире."),
        text(
            """О деньгах труднее говорить, чем о чувствах. Специалист боится показаться бестактным, семья — бедной. В итоге молчат оба, а долг за свет растёт.
            На вебинаре покажем, как составить бюджет, который можно выполнить: с неровным заработком, с пособиями, с неожиданно порванными сапогами. Тема взята из программы «Семейный помощник», где бюджет — одна из 8 тем.""",
        ),
        callout("Не называйте семьи", "В вопросе достаточно описать положение дел. Имён, адресов и названий посёлков не нужно."),
        picture="doorway",
    ),
    news(
        "sunday-with-dad", "news", DaysAgo(24),
        Words("«Воскресенье вместе с папой»: встречаемся во дворе центра"),
        Words("Скворечники, костровая каша и много разговоров ни о чём. Приходите без записи."),
        text(
            """Проект «Воскресенье вместе с папой» держится на простой мысли: чтобы подружиться, нужно общее дело. Поэтому мы не читаем лекций. Мы пилим доски, запускаем змея, варим кашу, а разговор появляется сам.
            Приходить можно с ребёнком любого возраста. Если живёте с ним порознь, тоже приходите: многие наши папы видятся с детьми по выходным.""",
        ),
        image("sunday-kite", "Змей летит выше, когда за нитку держатся вдвоём."),
        text("Одевайтесь тепло и возьмите кружку. Остальное у нас есть."),
        picture="sunday-kite",
    ),
    news(
        "short-number-124", "news", LastTime(1, 9),
        Words("124: короткий номер, который стоит сохранить"),
        Words("С мобильного на детский телефон доверия можно позвонить по трём цифрам. Покажите их ребёнку."),
        text(
            """Длинный номер детского телефона доверия — 8-800-2000-122 — запомнить трудно, особенно когда страшно. Поэтому с мобильного работает короткий: <a href="tel:124">124</a>. Звонок бесплатный, имя называть не нужно.
            Попросите ребёнка сохранить номер под любым словом, хоть «Сосед Коля». И скажите вслух то, что дети хотят услышать: «Звони, даже если думаешь, что это ерунда. И мне звони тоже».""",
        ),
        heading("Родителям туда тоже можно"),
        text(
            """По этому номеру отвечают и взрослым: когда ребёнок замолчал, перестал ходить в школу, когда вы сорвались и не знаете, как теперь подойти. Стыдных вопросов там нет.""",
        ),
        picture="helpline",
    ),
    news(
        "year-2021-in-figures", "results", LastTime(24, 10),
        Words("Наш 2021 год в цифрах", "Our 2021 in figures"),
        Words(
            "Собрали на одной странице то, о чём нас чаще всего спрашивают журналисты и коллеги. У каждой цифры есть источник.",
            "What journalists and colleagues ask us most often, gathered on one page. Every figure has its source.",
        ),
        text(
            """Нас часто просят назвать цифры, и часто путают, к какому году они относятся. Поэтому здесь только 2021 год и только то, что было в наших итогах.""",
            """We are often asked for figures, and the years are often confused. So here is 2021 alone, and only what stood in our results.""",
        ),
        heading("Главное", "The main thing"),
        figures("people", "assignment", "specialists"),
        text(
            """Процент говорит о выполнении государственного задания целиком. Считать от него число людей нельзя: задание измеряется не только людьми.""",
            """The percentage speaks of the state assignment as a whole. The number of people cannot be worked out from it: the assignment is measured not in people alone.""",
        ),
        heading("Родители", "Parents"),
        figures("school_parents", "school_families", "puzzle_parents"),
        heading("Дети и подростки", "Children and teenagers"),
        figures("kopilka_children", "photo_boys", "comics_entrants"),
        callout(
            "Как цитировать",
            "Назовите цифру, единицу и год и дайте ссылку на эту страницу. Например: «1 580 человек получили социальные услуги центра в 2021 году».",
            en_title="How to quote",
            en="Give the figure, its unit and the year, and link to this page. For example: “1,580 people received the centre’s social services in 2021”.",
        ),
        picture="valley-morning",
    ),
    news(
        "family-navigator-two-years", "results", LastTime(8, 10),
        Words("«Семейный навигатор»: что показали два года", "Family Navigator: what two years have shown"),
        Words(
            "Социальный контракт даёт семье деньги. Навигатор помогает ими распорядиться и поверить, что получится.",
            "A social contract gives a family money. Navigator helps to put it to use, and to believe that it will work.",
        ),
        text(
            """«Семейный навигатор» мы придумали для семей, которые заключили социальный контракт. Деньги на корову, швейную машинку или курсы решают не всё. Нужно ещё договориться дома, кто за что отвечает, и не бросить после первой неудачи.""",
            """We made Family Navigator for families who have signed a social contract. Money for a cow, a sewing machine or a course does not settle everything. The family has yet to agree at home who answers for what, and not to give up after the first failure.""",
        ),
        heading("Цифры", "Figures"),
        figures("navigator_2020", "navigator_2020_done"),
        figures("navigator_2021", "navigator_2021_done"),
        text(
            """Цифры за 2020 год и цифры на 1 ноября 2021 года складывать нельзя: источник не уточняет, вошли ли первые во вторые. Показываем и те и другие так, как они опубликованы.""",
            """The figures for 2020 and those as of 1 November 2021 must not be added up: the source does not say whether the second include the first. We show both as they were published.""",
        ),
        heading("Что говорят специалисты", "What specialists say"),
        text(
            """Коллеги из районов рассказывают, что семьи становятся дружнее, внимательнее тратят деньги, заводят новые домашние традиции. Эти отзывы собраны анонимно, и мы пересказываем их своими словами.""",
            """Colleagues from the districts tell us that families grow closer, spend with more care and start new customs at home. The remarks were gathered anonymously, and we retell them in our own words.""",
        ),
        picture="map-and-compass",
    ),
)  # fmt: skip
