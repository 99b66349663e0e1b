"""Pages a person in trouble reads: help now, about the centre, contacts."""

from portal.site.demo.content.structure import PageWords, Words, callout, figures, heading, image, quote, steps, text

HELP = PageWords(
    slug="help",
    en_slug="help",
    title=Words("Нужна помощь", "Get help"),
    lead=Words(
        "Позвонить можно прямо сейчас: бесплатно и не называя имени.",
        "You can call right now, free of charge and without giving your name.",
    ),
    picture="helpline",
    body=(
        callout(
            "Позвоните",
            """<p><a href="tel:88002000122">8-800-2000-122</a> — детский телефон доверия, для детей, подростков и родителей. С мобильного короче: <a href="tel:124">124</a>.</p>
            <p><a href="tel:112">112</a> — если кому-то угрожает опасность сейчас.</p>""",
            en_title="Call",
            en="""<p><a href="tel:88002000122">8-800-2000-122</a> — the child helpline, for children, teenagers and parents. From a mobile it is shorter: <a href="tel:124">124</a>.</p>
            <p><a href="tel:112">112</a> — if anybody is in danger now.</p>""",
            tone="success",
        ),
        heading("Что будет, когда вы позвоните", "What happens when you call"),
        steps(
            (
                "Вам ответит психолог",
                "Не автоответчик и не диспетчер. Говорите как получится: связный рассказ не нужен.",
                "A psychologist answers",
                "Not a machine and not a dispatcher. Speak as it comes; you need no prepared story.",
            ),
            (
                "Имя называть не нужно",
                "Можно придумать любое. Номер телефона у вас тоже не спросят.",
                "You need not give your name",
                "Any name will do. Nobody asks for your telephone number either.",
            ),
            (
                "Вы решаете, что дальше",
                "Можно просто выговориться, а можно попросить совета: куда пойти, что сказать, с чего начать.",
                "You decide what comes next",
                "You can simply talk, or ask for advice: where to go, what to say, where to begin.",
            ),
        ),
        heading("Если легче прийти", "If you would rather come"),
        text(
            """Краевой кризисный центр для мужчин: Барнаул, улица Г. Исакова, 113-е. Телефон <a href="tel:+73852551288">+7 (3852) 55-12-88</a>. Позвоните перед визитом: мы подберём время, когда специалист точно свободен.
            Приходят к нам не только мужчины. Приходят пары, родители с детьми, бабушки, подростки. Ссора, которая не кончается, развод, потеря работы, усталость, от которой темно в глазах, — с этим можно прийти.
            Живёте не в Барнауле? В районах края работают комплексные центры социального обслуживания. Позвоните нам, и мы подскажем ближайший.""",
            """Altai Krai Crisis Centre for Men: 113-e G. Isakova Street, Barnaul. Telephone <a href="tel:+73852551288">+7 (3852) 55-12-88</a>. Please call before you come: we will find a time when a specialist is certainly free.
            It is not only men who come to us. Couples come, parents with children, grandmothers, teenagers. A quarrel that never ends, a divorce, a lost job, a tiredness that makes everything go dark: you can come with any of these.
            You live outside Barnaul? The districts of the region have social service centres. Call us and we will tell you which one is nearest.""",
        ),
        heading("Кто об этом узнает", "Who will know"),
        text(
            """<p>Разговор по телефону доверия анонимный. О тех, кто приходит в центр, мы никому не рассказываем: так велит и наша совесть, и закон (442-ФЗ, статья 6).</p>
            <p>Если мы увидим, что жизни человека, и особенно ребёнка, грозит опасность, мы скажем вам об этом прямо и вместе решим, кого позвать на помощь.</p>""",
            """<p>A call to the helpline is anonymous. We tell nobody who comes to the centre: our conscience forbids it, and so does the law (Federal Law 442-FZ, article 6).</p>
            <p>If we see that somebody’s life is in danger, a child’s above all, we will tell you so plainly and decide together whom to call.</p>""",
        ),
        callout(
            "Если за вами следят",
            """<p>Кнопка «Быстро покинуть сайт» внизу экрана сразу откроет прогноз погоды. Она не стирает историю браузера: это можно сделать в его настройках или заранее открыть окно инкогнито.</p>""",
            en_title="If somebody watches you",
            en="""<p>The quick exit button at the bottom of the screen opens a weather forecast at once. It does not erase the history of the browser: you can do that in its settings, or open a private window beforehand.</p>""",
            tone="warning",
        ),
    ),
)

ABOUT = PageWords(
    slug="about",
    en_slug="about",
    title=Words("О центре", "About the centre"),
    lead=Words(
        "Мы помогаем мужчинам и их семьям пережить трудное время и учим этому специалистов всего края.",
        "We help men and their families through hard times and share how we do it with specialists of the whole region.",
    ),
    picture="valley-morning",
    body=(
        text(
            """Краевой кризисный центр для мужчин работает в Барнауле, а помогает всему Алтайскому краю. К нам приходят, когда дома стало тяжело: когда разговор каждый раз кончается криком, когда развод уже решён, а дети ещё нет, когда не хватает денег и сил.
            Мы слушаем, не судим и ищем, на что человек может опереться. Поэтому портал и называется «Опора».""",
            """The Altai Krai Crisis Centre for Men stands in Barnaul and helps people of the whole region. They come when life at home has grown heavy: when every talk ends in shouting, when the divorce is settled and the children’s life is not, when money and strength run out.
            We listen, we do not judge, and we look for what a person can lean on. That is why the portal is called Opora, the Russian word for support.""",
        ),
        heading("С чем мы работаем", "What we do"),
        text(
            """<ul><li>Отцовство: «Ух ты, папа!», «Папа открывает мир», «Воскресенье вместе с папой».</li><li>Родители: «Школа добрых мам и пап», марафон «Головоломка».</li><li>Дети и подростки: группы «Копилка», мастерская «Фотолаборатория», проект «PROдвижение» для юношей 13–18 лет.</li><li>Семьи, которым трудно сводить концы с концами: программы «Семейный навигатор», «Точка опоры», «Семейный помощник».</li></ul>""",
            """<ul><li>Fatherhood: Wow, Dad!, Dad Discovers the World, Sunday with Dad.</li><li>Parents: the School of Kind Mums and Dads, the Puzzle marathon.</li><li>Children and teenagers: the Kopilka day groups, the Photo Laboratory, PROgress for young men of 13–18.</li><li>Families who struggle to make ends meet: Family Navigator, Point of Support, Family Helper.</li></ul>""",
        ),
        heading("2021 год в цифрах", "2021 in figures"),
        figures("people", "school_families", "specialists"),
        heading("Учим тому, что умеем", "Teaching what we can do"),
        text(
            """Центр — ресурсный: мы пишем программы, проверяем их вместе с районными центрами и передаём дальше. В 2021 году нас включили в реестр профессиональных стажировочных площадок Фонда поддержки детей, находящихся в трудной жизненной ситуации. Это значит, что к нам приезжают учиться коллеги из других регионов.
            Ближайшие школы, вебинары и супервизии — в разделе «События».""",
            """The centre is a resource centre: we write programmes, try them out with the district centres and pass them on. In 2021 we were entered in the register of professional internship sites of the Fund for Children in Difficult Life Situations, so colleagues from other regions come to learn with us.
            The next schools, webinars and supervisions are listed under Events.""",
        ),
        image(
            "notebooks",
            "Рабочие тетради: с ними семьи проходят наши программы.",
            "Workbooks that take families through our programmes.",
        ),
        quote(
            "У семьи появилось общее дело и время, которое они проводят вместе не дома.",
            "Из отзыва специалиста о программе «Семейный навигатор», пересказ",
            "The family found something to do together, and time to spend together away from home.",
            "From a specialist’s remark on Family Navigator, retold",
        ),
    ),
)

CONTACTS = PageWords(
    slug="contacts",
    en_slug="contacts",
    title=Words("Контакты", "Contacts"),
    lead=Words("Адрес, телефоны и почта центра.", "Address, telephones and e-mail of the centre."),
    picture="bridge",
    body=(
        heading("Центр", "The centre"),
        text(
            """<p>КГБУСО «Краевой кризисный центр для мужчин»</p><p>г. Барнаул, ул. Г. Исакова, 113-е</p>
            <p>Телефон: <a href="tel:+73852551288">+7 (3852) 55-12-88</a></p><p>Приёмная: <a href="tel:+73852557225">+7 (3852) 55-72-25</a></p>
            <p>Почта: <a href="mailto:criscentr@mail.ru">criscentr@mail.ru</a></p>""",
            """<p>Altai Krai Crisis Centre for Men (KGBUSO)</p><p>113-e G. Isakova Street, Barnaul, Russia</p>
            <p>Telephone: <a href="tel:+73852551288">+7 (3852) 55-12-88</a></p><p>Reception: <a href="tel:+73852557225">+7 (3852) 55-72-25</a></p>
            <p>E-mail: <a href="mailto:criscentr@mail.ru">criscentr@mail.ru</a></p>""",
        ),
        heading("Методистам и коллегам", "For methodists and colleagues"),
        text(
            """По программам «Семейный навигатор», «Точка опоры» и «Семейный помощник» звоните по первому телефону или пишите на почту. Скажите, из какого вы района и с какими семьями работаете: так мы сразу подберём материалы.""",
            """About Family Navigator, Point of Support and Family Helper call the first number or write to us. Tell us which district you are from and what families you work with: we will then pick the right materials at once.""",
        ),
        heading("Вопрос или обращение", "A question or an appeal"),
        text(
            """Вопрос можно задать письмом или по телефону: ответим простыми словами. Официальное обращение, на которое закон отводит срок ответа, подаётся через портал Госуслуг.""",
            """You can ask us by letter or by telephone, and we will answer in plain words. An official appeal, for which the law sets a term, is filed through the state services portal.""",
        ),
        callout(
            "Срочная помощь",
            """<p>На почту мы отвечаем в рабочие дни. Если помощь нужна сейчас, звоните: <a href="tel:88002000122">8-800-2000-122</a> или <a href="tel:112">112</a>.</p>""",
            en_title="Urgent help",
            en="""<p>We answer e-mail on working days. If you need help now, call <a href="tel:88002000122">8-800-2000-122</a> or <a href="tel:112">112</a>.</p>""",
            tone="warning",
        ),
    ),
)
