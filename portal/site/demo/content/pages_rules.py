"""Pages of rules and pages for specialists: personal data, cookies, accessibility, programmes, certificates."""

from portal.site.demo.content.structure import PageWords, Words, callout, heading, image, steps, text

PRIVACY = PageWords(
    slug="privacy",
    en_slug="privacy",
    title=Words("Политика обработки персональных данных", "Personal data policy"),
    lead=Words(
        "Что мы узнаём о вас, зачем, сколько храним и как всё это удалить.",
        "What we learn about you, what for, how long we keep it and how to have it deleted.",
    ),
    body=(
        callout(
            "Это демонстрационный текст",
            """<p>Перед запуском портала политику проверяет юрист центра и дополняет номером в реестре операторов.</p>""",
            en_title="This text is a demonstration",
            en="""<p>Before the portal opens the centre’s lawyer checks the policy and adds the number in the register of operators.</p>""",
        ),
        heading("Читать портал можно, ничего о себе не сообщая", "You can read the portal without telling us anything"),
        text(
            """На открытых страницах мы не собираем имён, не ставим счётчиков и не следим за тем, что вы читаете. Сторонние сайты о вашем визите не узнают.""",
            """On public pages we collect no names, set no counters and do not follow what you read. No other site learns of your visit.""",
        ),
        heading("Что мы просим при записи на событие", "What we ask when you register"),
        text(
            """<ul><li>Фамилию, имя и, если есть, отчество: они нужны для сертификата.</li><li>Адрес электронной почты: на него придёт подтверждение.</li><li>Организацию, должность и муниципальное образование: по ним мы отчитываемся, сколько специалистов учились, без имён.</li></ul>
            <p>Паспорт, СНИЛС и дату рождения для вебинара или семинара мы не спрашиваем.</p>""",
            """<ul><li>Surname, given name and patronymic, if there is one: they go on the certificate.</li><li>E-mail address: the confirmation comes to it.</li><li>Organisation, position and municipality: from them we report how many specialists learned with us, without names.</li></ul>
            <p>For a webinar or a seminar we ask for no passport, no insurance number and no date of birth.</p>""",
        ),
        heading("Согласие", "Consent"),
        text(
            """Согласие — отдельный документ. Мы показываем его целиком до того, как что-либо сохранить, и никогда не ставим галочку за вас. На каждую цель согласие своё: на участие в событии, на рассылку, на фотографии. Отказ от одного не мешает другому.
            Коллега может предложить вашу кандидатуру, но согласиться за вас не может: вам придёт личное письмо.""",
            """Consent is a document of its own. We show all of it before anything is stored and never tick the box for you. Each purpose has its own consent: taking part, newsletters, photographs. Refusing one does not stand in the way of another.
            A colleague may nominate you but cannot consent for you: a personal letter comes to you.""",
        ),
        heading("Сколько храним и как удалить", "How long we keep it and how to delete it"),
        text(
            """Данные хранятся столько, сколько нужно для события и для выданного документа. Согласие можно отозвать по ссылке из письма, письмом на <a href="mailto:criscentr@mail.ru">criscentr@mail.ru</a> или по телефону. После отзыва мы удалим данные, если хранить их дальше не требует закон, и сообщим вам об этом.
            Основание: Федеральный закон 152-ФЗ «О персональных данных».""",
            """We keep the data as long as the event and the document issued need them. You can withdraw consent by the link in the letter, by writing to <a href="mailto:criscentr@mail.ru">criscentr@mail.ru</a> or by telephone. We then delete the data, unless a law requires keeping them, and let you know.
            Basis: Federal Law 152-FZ on personal data.""",
        ),
    ),
)

COOKIES = PageWords(
    slug="cookies",
    en_slug="cookies",
    title=Words("Файлы cookie", "Cookies"),
    lead=Words(
        "На открытых страницах их нет. На остальных — только те, без которых сайт не работает.",
        "Public pages set none. Other pages set only those the site cannot work without.",
    ),
    body=(
        text(
            """Cookie — короткая запись, которую сайт просит браузер запомнить.""",
            """A cookie is a short note that a site asks the browser to remember.""",
        ),
        heading("Какие записи бывают у нас", "Which ones we use"),
        text(
            """<ul><li><b>Вход.</b> Помнит, что вы вошли в кабинет; исчезает, когда вы выходите.</li><li><b>Защита формы.</b> Не даёт чужому сайту отправить форму от вашего имени.</li><li><b>Версия для слабовидящих.</b> Помнит размер букв и цвета, которые вы выбрали.</li></ul>
            <p>Рекламных и аналитических записей нет. Если центр когда-нибудь включит подсчёт посетителей, мы сначала спросим вас, и по умолчанию ответом будет «нет».</p>""",
            """<ul><li><b>Signing in.</b> Remembers that you have signed in; it goes when you sign out.</li><li><b>Protection of forms.</b> Keeps another site from sending a form in your name.</li><li><b>Low-vision version.</b> Remembers the letter size and the colours you chose.</li></ul>
            <p>There are no advertising or analytics cookies. If the centre ever starts counting visitors, we will ask you first, and the answer will be “no” until you change it.</p>""",
        ),
    ),
)

ACCESSIBILITY = PageWords(
    slug="accessibility",
    en_slug="accessibility",
    title=Words("Доступность портала", "Accessibility"),
    lead=Words(
        "Портал можно читать с экрана, на слух и с клавиатуры. Если что-то не выходит, напишите нам.",
        "The portal can be read on a screen, by ear and with a keyboard. If something does not work, write to us.",
    ),
    body=(
        heading("Что сделано", "What is done"),
        text(
            """<ul><li>Текст увеличивается до 400 % без горизонтальной прокрутки.</li><li>Всё работает с клавиатуры, видно, где вы находитесь.</li><li>У картинок есть описания, у форм — подписи и понятные сообщения об ошибках.</li><li>Страницы читаются без картинок и без JavaScript, в светлой и тёмной теме.</li><li>Ничего не мигает и не включается само.</li></ul>""",
            """<ul><li>Text grows to 400% without sideways scrolling.</li><li>Everything works from the keyboard, and you can see where you are.</li><li>Pictures have descriptions; forms have labels and clear messages.</li><li>Pages read well without pictures and without JavaScript, in light and dark colours.</li><li>Nothing flashes and nothing starts by itself.</li></ul>""",
        ),
        heading("Если что-то мешает", "If something is in the way"),
        text(
            """Напишите на <a href="mailto:criscentr@mail.ru">criscentr@mail.ru</a> или позвоните: <a href="tel:+73852551288">+7 (3852) 55-12-88</a>. Назовите страницу и чем вы пользуетесь: программой чтения с экрана, увеличением, клавиатурой. Записаться на событие можно и по телефону.""",
            """Write to <a href="mailto:criscentr@mail.ru">criscentr@mail.ru</a> or call <a href="tel:+73852551288">+7 (3852) 55-12-88</a>. Name the page and what you use: a screen reader, magnification, a keyboard. You can also register for an event by telephone.""",
        ),
    ),
)

SPECIALISTS = PageWords(
    slug="specialists",
    en_slug="specialists",
    title=Words("Специалистам", "For specialists"),
    lead=Words(
        "Программы, по которым можно работать завтра, школа, супервизии и люди, которым можно позвонить.",
        "Programmes you can start using tomorrow, a school, supervisions and people you can call.",
    ),
    picture="map-and-compass",
    body=(
        heading("«Точка опоры»", "Point of Support"),
        text(
            """Программа для семей, которым трудно найти общий язык с миром: 10 встреч, от знакомства до разговора о жизненных перспективах. По дороге говорят о характере и ресурсах семьи, о стрессе и образе жизни, о родительстве, отношениях и зависимостях.""",
            """A programme for families who find it hard to get on with the world: 10 meetings, from getting acquainted to a talk about prospects in life. On the way they speak of character and the family’s resources, of stress and ways of living, of parenthood, relationships and dependence.""",
        ),
        heading("«Семейный помощник»", "Family Helper"),
        text(
            """Здесь учатся жить вместе без надрыва: наводить порядок в доме, планировать день, считать бюджет, заботиться о развитии детей, придумывать семейные традиции. Всего 8 тем. Программа выручает молодые, многодетные и неполные семьи.""",
            """Here people learn to live together without strain: to keep a home in order, plan a day, count a budget, look after children’s growth, invent family traditions. There are 8 topics. The programme helps young families, large families and single parents.""",
        ),
        heading("«Семейный навигатор»", "Family Navigator"),
        text(
            """Деньги по социальному контракту помогают, когда семья знает, куда идёт. «Навигатор» сопровождает её психологически: помогает увидеть, что уже получается, и решить, что делать дальше. Программа вошла в число номинантов топ-100 практик Фонда поддержки детей.""",
            """Money under a social contract helps when a family knows where it is going. Navigator goes along with it: it helps to see what already works and to decide what to do next. The programme was nominated for the top 100 practices of the Fund for Children.""",
        ),
        image("map-and-compass", "Маршрут семья прокладывает сама.", "The family finds its own route."),
        heading("Как устроена работа с семьёй", "How the work goes"),
        steps(
            (
                "Подготовка",
                "Знакомимся, договариваемся, ищем сильные стороны семьи и то, где тонко.",
                "Preparing",
                "We get acquainted, agree on the rules, look for the family’s strengths and weak spots.",
            ),
            (
                "Основная часть",
                "Встречаемся по темам, работаем в тетрадях, задания на дом пробуем в обычной жизни.",
                "The main part",
                "We meet topic by topic, use workbooks, and try the homework in everyday life.",
            ),
            (
                "Завершение",
                "Смотрим, что изменилось, и решаем, нужна ли поддержка дальше.",
                "Closing",
                "We look at what has changed and decide whether support is still needed.",
            ),
        ),
        heading("С чего начать", "Where to begin"),
        text(
            """Запишитесь на школу «PRO-социальные практики» или приходите на супервизию: всё это в разделе «События», учётная запись не нужна. А можно просто позвонить: <a href="tel:+73852551288">+7 (3852) 55-12-88</a>.""",
            """Register for the PRO-social Practices school or come to a supervision: both are under Events, and no account is needed. Or simply call <a href="tel:+73852551288">+7 (3852) 55-12-88</a>.""",
        ),
    ),
)

CERTIFICATES = PageWords(
    slug="certificates",
    en_slug="certificates",
    title=Words("Как проверить сертификат", "How to check a certificate"),
    lead=Words(
        "У каждого документа центра есть номер. По нему любой увидит, что документ настоящий.",
        "Every document of the centre has a number. With it anybody can see that the document is genuine.",
    ),
    picture="certificate",
    body=(
        heading("Три шага", "Three steps"),
        steps(
            (
                "Найдите номер",
                "Он напечатан внизу сертификата и выглядит так: ККЦМ-2026-000123. Рядом квадратный код, его можно навести камерой телефона.",
                "Find the number",
                "It is printed at the foot of the certificate: four Russian letters, then 2026-000123 or the like. The square code beside it can be read with a telephone camera.",
            ),
            (
                "Откройте страницу проверки",
                "Наберите адрес портала, после него /check/ и номер. Входить на сайт не нужно.",
                "Open the page of the check",
                "Type the address of the portal, then /check/ and the number. You need not sign in.",
            ),
            (
                "Сравните",
                "Страница покажет инициалы, событие, часы и дату. Полное имя мы не раскрываем.",
                "Compare",
                "The page shows initials, event, hours and date. We do not disclose the full name.",
            ),
        ),
        heading("Какие документы мы выдаём", "Which documents we issue"),
        text(
            """<ul><li><b>Сертификат участника</b> — за вебинар, семинар, конференцию, школу.</li><li><b>Справка</b> — если удалось посетить только часть встреч.</li></ul>
            <p>Часы академические: один час — 45 минут. Ошиблись в фамилии? Напишите нам: исправим и выдадим документ с тем же номером.</p>""",
            """<ul><li><b>Certificate of participation</b> — for a webinar, seminar, conference or school.</li><li><b>Statement</b> — if you could come to some of the meetings only.</li></ul>
            <p>Hours are academic: one hour is 45 minutes. Is there a mistake in a surname? Write to us: we will mend it and issue the document under the same number.</p>""",
        ),
    ),
)
