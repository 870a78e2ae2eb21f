"""What the page for the list of a campaign says."""

from bot.language import Wording

TITLE = Wording("Add people from a list", "Ajouter des personnes depuis une liste")
LEAD = Wording(
    "Choose a CSV file, as a spreadsheet or your HR software saves it. Each line is one person.",
    "Choisissez un fichier CSV, tel qu’un tableur ou votre logiciel RH l’enregistre. Chaque ligne "
    "est une personne.",
)
COLUMNS_TITLE = Wording("What the columns mean", "Ce que veulent dire les colonnes")
COLUMNS: tuple[tuple[Wording, Wording], ...] = (
    (
        Wording("mail", "mail"),
        Wording(
            "The address under which Slack or Teams knows the person. The only column that has "
            "to be there.",
            "L’adresse sous laquelle Slack ou Teams connaît la personne. La seule colonne "
            "obligatoire.",
        ),
    ),
    (
        Wording("time zone", "fuseau"),
        Wording(
            "Such as Europe/Paris. Where it is empty, the time zone of the account holds.",
            "Par exemple Europe/Paris. Si la case est vide, c’est le fuseau du compte qui vaut.",
        ),
    ),
    (
        Wording("team", "équipe"),
        Wording(
            "People of one team start in the same wave.",
            "Les personnes d’une même équipe commencent dans la même vague.",
        ),
    ),
    (
        Wording("site", "site"),
        Wording(
            "Teams are drawn site by site, so that every wave has some of each.",
            "Le tirage des équipes se fait site par site, pour que chaque vague en compte de tous.",
        ),
    ),
)
"""Names of the columns and what stands in them."""
ORDER = Wording(
    "Columns stand in any order, with English or French names. Other columns are not kept.",
    "Les colonnes sont dans l’ordre que vous voulez, avec des noms en français ou en anglais. "
    "Les autres colonnes ne sont pas conservées.",
)
EXAMPLE_TITLE = Wording("An example", "Un exemple")
EXAMPLE = Wording(
    "mail,time zone,team,site\n"
    "ada@example.org,Europe/Paris,QA,Lyon\n"
    "sam@example.org,,Sales,Cork\n"
    "noor@example.org,,Sales,Cork\n",
    "mail;fuseau;équipe;site\n"
    "ada@example.org;Europe/Paris;QA;Lyon\n"
    "sam@example.org;;Ventes;Cork\n"
    "noor@example.org;;Ventes;Cork\n",
)
FILE = Wording("Your file", "Votre fichier")
FILE_HINT = Wording("CSV, at most {most} MB.", "CSV, {most}\xa0Mo au plus.")
SEND = Wording("Read the list", "Lire la liste")
CALM = Wording(
    "Nothing is sent before the launch is confirmed.",
    "Rien n’est envoyé avant la confirmation du lancement.",
)

ONE_PERSON = Wording("1 person understood", "1\xa0personne reconnue")
PEOPLE = Wording("{n} people understood", "{n}\xa0personnes reconnues")
ADDED = Wording(
    "They are now in the audience of your draft; whoever was in it already counts once. Nothing "
    "is sent before the launch is confirmed.",
    "Le public de votre brouillon en tient compte\u202f; qui s’y trouvait déjà ne compte qu’une "
    "fois. Rien n’est envoyé avant la confirmation du lancement.",
)
BACK = Wording(
    "You can close this page. The chat says how many people can be reached.",
    "Vous pouvez fermer cette page. La conversation dit combien de personnes sont joignables.",
)
TO_CHECK = Wording("Lines to check: {n}", "Lignes à vérifier\xa0: {n}")
CORRECT = Wording(
    "To add what is missing, correct these lines and ask for a new link in the chat.",
    "Pour ajouter ce qui manque, corrigez ces lignes et demandez un nouveau lien dans la "
    "conversation.",
)
MORE = Wording("And {n} more.", "Et {n}\xa0de plus.")

NO_FILE = Wording("Choose a file first.", "Choisissez d’abord un fichier.")
TOO_LARGE = Wording(
    "This file has more than {most} MB. Split it, or keep only the columns above.",
    "Ce fichier dépasse {most}\xa0Mo. Partagez-le, ou ne gardez que les colonnes ci-dessus.",
)
BROKEN = Wording(
    "The file did not arrive whole. Please send it again.",
    "Le fichier n’est pas arrivé en entier. Merci de l’envoyer à nouveau.",
)
BUSY = Wording(
    "That took too long, and nothing was changed. Please send the file again.",
    "Cela a pris trop de temps, et rien n’a été modifié. Merci d’envoyer le fichier à nouveau.",
)
NOBODY = Wording(
    "No person was understood, and nothing was changed.",
    "Aucune personne n’a été reconnue, et rien n’a été modifié.",
)

GONE_TITLE = Wording("This link no longer works", "Ce lien ne fonctionne plus")
GONE = Wording(
    "A link to this page works for {minutes} minutes. Ask for a new one in the chat, at the draft "
    "of your campaign.",
    "Un lien vers cette page fonctionne {minutes}\xa0minutes. Demandez-en un nouveau dans la "
    "conversation, sur le brouillon de votre campagne.",
)
USED_TITLE = Wording("This link has been used", "Ce lien a déjà servi")
USED = Wording(
    "It brought a list before, and each link brings one. What was understood then is in the "
    "audience. For another list, ask for a new link in the chat.",
    "Il a déjà apporté une liste, et chaque lien n’en apporte qu’une. Ce qui a été reconnu alors "
    "fait partie du public. Pour une autre liste, demandez un nouveau lien dans la conversation.",
)
REFUSED_TITLE = Wording("This list was not taken", "Cette liste n’a pas été prise")
REFUSED = Wording(
    "You have no role any more that lets you change this campaign. Nothing was changed. The "
    "owner of Déclic in your company can give you one.",
    "Vous n’avez plus de rôle qui permette de modifier cette campagne. Rien n’a été modifié. Le "
    "propriétaire de Déclic dans votre entreprise peut vous en donner un.",
)
CLOSED = Wording(
    "The campaign is not a draft any more, so its audience stays as it is. Nothing was changed.",
    "La campagne n’est plus un brouillon\xa0: son public reste tel qu’il est. Rien n’a été "
    "modifié.",
)
