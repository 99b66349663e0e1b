"""Letters about accounts: allauth asks for them, the outbox carries them.

The codes and links stand in the payload only while the letter waits: these kinds are `secret`, so the statement that
ends a letter's life wipes them, and a letter older than its code is dropped instead of being sent.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from allauth.account import app_settings
from allauth.account.adapter import DefaultAccountAdapter
from django.utils import timezone, translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from portal.letters import outbox, registry

CARRIED = ("code", "activate_url", "password_reset_url", "signup_url", "from_email", "to_email", "deleted_email")
LINK_LIFE = timedelta(days=1)
IGNORE_IT = _("Если вы этого не делали, ничего предпринимать не нужно: просто удалите это письмо.")
NOT_YOU = _("Если это сделали не вы, сразу смените пароль и напишите нам: ответьте на это письмо.")
TYPE_IT = _("Введите этот код на странице, которая открыта в браузере.")


@dataclass(frozen=True, kw_only=True)
class AccountLetter:
    """The words of one letter about an account. `url` names the payload key of the button's address.

    `template` is allauth's name of the mail, `life` how long the code or link in it works (None: no secret inside).
    """

    template: str
    heading: str | Promise
    lead: str | Promise
    closing: str | Promise = IGNORE_IT
    url: str = ""
    button: str | Promise = ""
    life: Callable[[], timedelta] | None = None

    @property
    def name(self) -> str:
        """The kind's name: «account/email/login_code» gives «account_login_code»."""
        return self.template.replace("/email/", "_")


def _code_life(setting: str) -> Callable[[], timedelta]:
    """How long allauth accepts a code, read when needed (tests change settings)."""
    return lambda: timedelta(seconds=getattr(app_settings, setting))


def _link_life() -> timedelta:
    """How long a waiting letter with a link is still worth sending."""
    return LINK_LIFE


def _confirmation_life() -> timedelta:
    """How long a confirmation works: a code or a link, as the settings say."""
    if app_settings.EMAIL_VERIFICATION_BY_CODE_ENABLED:
        return timedelta(seconds=app_settings.EMAIL_VERIFICATION_BY_CODE_TIMEOUT)
    return LINK_LIFE


ACCOUNT_LETTERS = (
    AccountLetter(
        template="account/email/login_code",
        heading=_("Код для входа"),
        lead=TYPE_IT,
        life=_code_life("LOGIN_BY_CODE_TIMEOUT"),
    ),
    AccountLetter(
        template="account/email/email_confirmation_signup",
        heading=_("Подтвердите адрес почты"),
        lead=_("Остался один шаг: подтвердите, что этот адрес ваш."),
        url="activate_url",
        button=_("Подтвердить адрес"),
        life=_confirmation_life,
    ),
    AccountLetter(
        template="account/email/email_confirmation",
        heading=_("Подтвердите адрес почты"),
        lead=_("Этот адрес указали в учётной записи на портале. Подтвердите, что он ваш."),
        url="activate_url",
        button=_("Подтвердить адрес"),
        life=_confirmation_life,
    ),
    AccountLetter(
        template="account/email/password_reset_key",
        heading=_("Новый пароль"),
        lead=_("Вы попросили сменить пароль. Откройте страницу и придумайте новый."),
        url="password_reset_url",
        button=_("Придумать пароль"),
        life=_link_life,
    ),
    AccountLetter(
        template="account/email/password_reset_code",
        heading=_("Код для смены пароля"),
        lead=TYPE_IT,
        life=_code_life("PASSWORD_RESET_BY_CODE_TIMEOUT"),
    ),
    AccountLetter(
        template="account/email/account_already_exists",
        heading=_("У вас уже есть учётная запись"),
        lead=_("С этим адресом почты уже есть учётная запись. Если забыли пароль, придумайте новый."),
        url="password_reset_url",
        button=_("Придумать пароль"),
        life=_link_life,
    ),
    AccountLetter(
        template="account/email/unknown_account",
        heading=_("Учётной записи пока нет"),
        lead=_(
            "Кто-то пробовал войти на портал с этим адресом почты, но учётной записи с ним нет. "
            "Если это вы, заведите её: это займёт минуту."
        ),
        url="signup_url",
        button=_("Завести учётную запись"),
        life=_link_life,
    ),
    AccountLetter(
        template="account/email/email_changed",
        heading=_("Адрес почты изменён"),
        lead=_("В вашей учётной записи теперь другой адрес: %(to_email)s. Прежний — %(from_email)s."),
        closing=NOT_YOU,
    ),
    AccountLetter(
        template="account/email/email_confirm",
        heading=_("Адрес почты подтверждён"),
        lead=_("Спасибо, адрес подтверждён. Теперь письма о ваших мероприятиях приходят сюда."),
        closing=NOT_YOU,
    ),
    AccountLetter(
        template="account/email/email_deleted",
        heading=_("Адрес почты удалён"),
        lead=_("Адрес %(deleted_email)s больше не связан с вашей учётной записью."),
        closing=NOT_YOU,
    ),
    AccountLetter(
        template="account/email/password_changed",
        heading=_("Пароль изменён"),
        lead=_("Вы вошли на портал и сменили пароль."),
        closing=NOT_YOU,
    ),
    AccountLetter(
        template="account/email/password_set",
        heading=_("Пароль задан"),
        lead=_("Теперь на портал можно входить и с паролем."),
        closing=NOT_YOU,
    ),
    AccountLetter(
        template="account/email/password_reset",
        heading=_("Пароль изменён"),
        lead=_("Пароль вашей учётной записи сменили по ссылке или коду из письма."),
        closing=NOT_YOU,
    ),
    AccountLetter(
        template="mfa/email/totp_activated",
        heading=_("Включён вход с кодом из приложения"),
        lead=_("Теперь при входе нужен ещё и код из приложения на вашем телефоне."),
        closing=NOT_YOU,
    ),
    AccountLetter(
        template="mfa/email/totp_deactivated",
        heading=_("Отключён вход с кодом из приложения"),
        lead=_("При входе больше не нужен код из приложения."),
        closing=NOT_YOU,
    ),
    AccountLetter(
        template="mfa/email/recovery_codes_generated",
        heading=_("Новые запасные коды"),
        lead=_("Для вашей учётной записи созданы новые запасные коды. Прежние больше не действуют."),
        closing=NOT_YOU,
    ),
    AccountLetter(
        template="mfa/email/webauthn_added",
        heading=_("Добавлен ключ входа"),
        lead=_("К вашей учётной записи добавлен новый ключ входа."),
        closing=NOT_YOU,
    ),
    AccountLetter(
        template="mfa/email/webauthn_removed",
        heading=_("Удалён ключ входа"),
        lead=_("Ключ входа больше не связан с вашей учётной записью."),
        closing=NOT_YOU,
    ),
)


class OutboxAccountAdapter(DefaultAccountAdapter):
    """allauth's adapter that writes into the outbox instead of talking to a mail server inside a request."""

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Enqueue the mail allauth asks for, in the language of the page the person is on."""
        carried = {key: str(context[key]) for key in CARRIED if context.get(key)}
        outbox.enqueue(
            kind=template_prefix.replace("/email/", "_"),
            to=email,
            language=translation.get_language() or "",
            payload={**carried, "asked_at": int(timezone.now().timestamp())},
        )


def register_letters() -> None:
    """Add the letters about accounts to the registry."""
    for letter in ACCOUNT_LETTERS:
        registry.register(
            registry.LetterKind(
                name=letter.name,
                title=letter.heading,
                build=_Builder(letter),
                templates="letters/account",
                urgent=True,
                secret=True,
            )
        )


@dataclass(frozen=True)
class _Builder:
    """The build function of one letter about an account."""

    letter: AccountLetter

    def __call__(self, payload: dict[str, Any], language: str, at: datetime) -> registry.LetterContent:
        """Raise Obsolete when the code inside is no longer accepted, else give the words."""
        asked_at = datetime.fromtimestamp(payload["asked_at"], tz=timezone.get_default_timezone())
        if self.letter.life is not None and at - asked_at > self.letter.life():
            raise registry.Obsolete("the code or link in this letter has expired")
        url = payload.get(self.letter.url, "") if self.letter.url else ""
        code = payload.get("code", "")
        return registry.LetterContent(
            context={
                "heading": self.letter.heading,
                "lead": self.letter.lead % payload if "%(" in str(self.letter.lead) else self.letter.lead,
                "closing": self.letter.closing,
                "code": code,
                "code_note": TYPE_IT if code and self.letter.lead != TYPE_IT else "",
                "url": url,
                "button": self.letter.button,
                "asked_at": asked_at,
                "is_notice": self.letter.life is None,
            }
        )
