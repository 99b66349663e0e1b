"""The first published text of the consent to processing (152-ФЗ, ст. 9): a document of its own, in both languages.

Written for the demonstration; a lawyer of the centre reads it before the launch, a new wording is a new version.
"""

import hashlib
from datetime import UTC, datetime

from django.db import migrations

TITLE = {
    "ru": "Согласие на обработку персональных данных для участия в событии",
    "en": "Consent to the processing of personal data for taking part in an event",
}
BODY = {
    "ru": """Я даю согласие центру, которому принадлежит этот сайт (наименование и адрес указаны внизу каждой страницы), на обработку моих персональных данных.

Зачем: чтобы записать меня на выбранное событие, связаться со мной о нём, учесть моё участие и выдать документ об участии.

Какие данные: фамилия, имя, отчество (если есть), адрес электронной почты, место работы, должность, муниципальное образование, форма участия. Других сведений обо мне и о тех, кому я помогаю, сайт не спрашивает.

Что с ними делают: собирают, записывают, хранят, уточняют, используют, обезличивают и удаляют — с помощью программ и без них. Данные хранятся на серверах в России. Их не публикуют и не передают другим организациям, кроме случаев, когда этого прямо требует закон.

Сколько времени: пока идёт событие и три года после него, чтобы можно было проверить выданный документ. Потом данные обезличиваются или удаляются.

Как отозвать: в любой день напишите или позвоните в центр (контакты внизу каждой страницы) либо отмените запись по ссылке из письма и попросите удалить данные. Центр прекратит обработку и удалит данные в течение 30 дней. Отзыв не отменяет того, что было сделано до него.

Согласие я даю по своей воле и в своём интересе. Без согласия читать сайт можно без ограничений; нельзя только записаться на событие.""",
    "en": """I consent to the processing of my personal data by the centre that owns this site (its name and address are at the bottom of every page).

What for: to register me for the chosen event, to contact me about it, to record my attendance and to issue a document about it.

Which data: surname, given name, patronymic (if any), e-mail address, workplace, position, municipality, way of taking part. The site asks nothing else about me or about the people I help.

What is done with them: collecting, recording, storing, correcting, using, anonymising and deleting, with and without software. The data are kept on servers in Russia. They are not published and not handed to other organisations unless the law directly requires it.

How long: while the event runs and three years after it, so that an issued document can be checked. After that the data are anonymised or deleted.

How to withdraw: on any day write to or phone the centre (contacts are at the bottom of every page), or cancel the registration by the link in the letter and ask for the data to be deleted. The centre stops the processing and deletes the data within 30 days. A withdrawal does not undo what was done before it.

I give this consent freely and in my own interest. Without it the whole site can be read; only registering for an event is not possible.""",
}  # fmt: skip


def fingerprint():
    """Return the hash exactly as ConsentText.fingerprint does."""
    parts = [
        f"{name}:{lang}:{text[lang]}" for name, text in (("title", TITLE), ("body", BODY)) for lang in sorted(text)
    ]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def publish(apps, schema_editor):
    """Publish version 1 where the centre has no text yet."""
    from i18nfield.strings import LazyI18nString

    texts = apps.get_model("people", "ConsentText").objects
    if not texts.filter(purpose="processing").exists():
        texts.create(
            purpose="processing",
            version=1,
            title=LazyI18nString(TITLE),
            body=LazyI18nString(BODY),
            text_hash=fingerprint(),
            published_at=datetime(2026, 1, 1, tzinfo=UTC),
        )


class Migration(migrations.Migration):
    dependencies = [("people", "0003_roles")]
    operations = [migrations.RunPython(publish, migrations.RunPython.noop)]
