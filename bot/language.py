"""The two languages, and a wording that stands in both."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

Lang = Literal["en", "fr"]
LANGS: tuple[Lang, ...] = get_args(Lang)


@dataclass(frozen=True, slots=True)
class Wording:
    """One text in English and French; `{names}` in it are filled when it is said."""

    en: str
    fr: str

    def text(self, lang: Lang, values: Mapping[str, str] | None = None) -> str:
        """Return the text in one language; a `{name}` without a value stays as it is."""
        text = self.fr if lang == "fr" else self.en
        for name, value in (values or {}).items():
            text = text.replace("{" + name + "}", value)
        return text

    def filled(self, **texts: "Wording") -> "Wording":
        """Return the wording with other wordings in place of their `{names}`."""
        en, fr = ({name: text.text(lang) for name, text in texts.items()} for lang in LANGS)
        return Wording(self.text("en", en), self.text("fr", fr))


def lang_of(locale: str | None, default: Lang = "en") -> Lang:
    """Choose a language from a platform's locale, such as `fr-CA` or `en_GB`."""
    code = (locale or "").replace("_", "-").split("-")[0].lower()
    return "fr" if code == "fr" else "en" if code == "en" else default
