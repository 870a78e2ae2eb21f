"""The few sentences this adapter says by itself, in both languages."""

from dataclasses import dataclass

from bot.language import Wording


@dataclass(frozen=True, slots=True)
class Phrases:
    """What no message of the core says: labels of inputs, answers inside a request."""

    save: Wording
    choose: Wording
    day: Wording
    required: Wording
    noted: Wording
    opened: Wording
    opened_in_chat: Wording
    renewed: Wording
    shortened: Wording
    busy: Wording
    incomplete: Wording
    window: Wording


PHRASES = Phrases(
    save=Wording("Save", "Enregistrer"),
    choose=Wording("Choose one", "Choisissez"),
    day=Wording("Choose a day", "Choisissez un jour"),
    required=Wording("Please answer this one.", "Veuillez répondre ici."),
    noted=Wording("Noted.", "C’est noté."),
    opened=Wording("The form is below.", "Le formulaire est ci-dessous."),
    opened_in_chat=Wording(
        "The form is waiting in our private chat.",
        "Le formulaire vous attend dans notre conversation privée.",
    ),
    renewed=Wording(
        "The message now shows how things stand.",
        "Le message montre maintenant où vous en êtes.",
    ),
    shortened=Wording("… (shortened)", "… (abrégé)"),
    busy=Wording(
        "That took too long, and nothing was changed. Please press again.",
        "Cela a pris trop de temps et rien n’a été modifié. Veuillez appuyer de nouveau.",
    ),
    incomplete=Wording(
        "That did not arrive complete. Please choose, then press again.",
        "La réponse est arrivée incomplète. Faites votre choix, puis appuyez de nouveau.",
    ),
    window=Wording(
        "This is shown in a window only, so that it does not stay in the chat. "
        "Please open it in Teams on a computer.",
        "Ceci ne s’affiche que dans une fenêtre, pour ne pas rester dans la conversation. "
        "Veuillez l’ouvrir dans Teams sur un ordinateur.",
    ),
)
