"""The words people use for commands, in both languages; `bot/commands.py` reads them."""

from typing import Literal

from bot.language import Lang

Name = Literal[
    "next",
    "resume",
    "start",
    "plan",
    "progress",
    "checkin",
    "stuck",
    "commit",
    "themes",
    "settings",
    "snooze",
    "pause",
    "away",
    "stop",
    "why",
    "data",
    "language",
    "help",
    "hello",
    "thanks",
]

PHRASES: dict[Lang, dict[tuple[Name, str], str]] = {
    "en": {
        ("next", ""): "coach, next, what's next, what next, what now, menu",
        ("resume", ""): "continue, resume, go on, carry on",
        ("start", ""): (
            "start, begin, session, start session, start a session, new session, let's go, "
            "let's start, go, i'm ready, ready"
        ),
        ("plan", "join"): "plan join, join plan, join a plan",
        ("plan", ""): (
            "plan, my plan, action plan, my action plan, show plan, show my plan, commitments, "
            "my commitments, my goals"
        ),
        ("progress", ""): (
            "progress, my progress, show progress, show my progress, see my progress"
        ),
        ("checkin", ""): "checkin, check-in, my check-in, weekly check-in, follow-up, followup",
        ("stuck", ""): (
            "stuck, i'm stuck, i am stuck, we're stuck, blocked, i'm blocked, i am blocked, "
            "unblock, "
            "unblock me, blocker, help i'm stuck, got stuck"
        ),
        ("commit", ""): (
            "commit, commitment, new commitment, make a commitment, add a commitment, i commit"
        ),
        ("themes", ""): (
            "theme, themes, topic, topics, all themes, my themes, show themes, change theme, "
            "change themes, list themes"
        ),
        ("settings", ""): (
            "settings, setting, my settings, preferences, options, change time, change the time, "
            "change my time, change hour, change slot, change the slot, change my slot, change "
            "day, "
            "time zone, timezone, less often, too often, more often"
        ),
        ("snooze", ""): "snooze, later, remind me later, not now, another time, maybe later",
        ("snooze", "tomorrow"): "tomorrow, remind me tomorrow",
        ("pause", ""): "pause, pause coaching, break, take a break, a break, hold, suspend",
        ("away", ""): (
            "away, i'm away, i am away, leave, on leave, i'm on leave, out of office, ooo, "
            "vacation, "
            "on vacation, i'm on vacation, holiday, holidays, on holiday, i'm on holiday, absent"
        ),
        ("stop", ""): (
            "stop, stop it, stop all, stop coaching, stop the coaching, stop messages, "
            "unsubscribe, "
            "opt out, quit, leave me alone, no more messages"
        ),
        ("why", ""): (
            "why, why this, why me, why now, why this message, why these messages, "
            "why did i get this, why am i getting this, why are you writing"
        ),
        ("data", ""): (
            "data, my data, show my data, see my data, personal data, my personal data, "
            "privacy, gdpr"
        ),
        ("data", "export"): "export, export my data, download my data",
        ("data", "erase"): (
            "erase, erase my data, delete my data, erase everything, delete everything, forget me"
        ),
        ("language", ""): "language, languages, change language, change the language",
        ("language", "en"): "english, in english, speak english, switch to english",
        ("language", "fr"): "french, in french, speak french, switch to french",
        ("help", ""): (
            "help, help me, i need help, commands, info, what can you do, how does this work, "
            "how does it work, who are you, sos"
        ),
        ("hello", ""): (
            "hello, hello there, hi, hi there, hey, hey there, good morning, good afternoon, "
            "good evening, morning"
        ),
        ("thanks", ""): (
            "thanks, thank you, thank you so much, thank you very much, thanks a lot, many thanks, "
            "thx, ty, cheers, ok thanks, great thanks"
        ),
    },
    "fr": {
        ("next", ""): ("suite, la suite, suivant, suivante, et maintenant, ensuite, et ensuite"),
        ("resume", ""): "continuer, on continue, reprendre, je reprends",
        ("start", ""): (
            "commencer, commence, commençons, on commence, démarrer, démarre, débuter, séance, "
            "nouvelle séance, commencer une séance, démarrer une séance, c'est parti, on y va, "
            "allons-y, prêt, prête, je suis prêt, je suis prête"
        ),
        ("plan", "join"): "plan rejoindre, rejoindre plan, rejoindre un plan",
        ("plan", ""): (
            "mon plan, plan d'action, mon plan d'action, voir mon plan, engagements, "
            "mes engagements, mes objectifs, où j'en suis"
        ),
        ("progress", ""): (
            "progrès, mes progrès, voir mes progrès, progression, ma progression, "
            "voir ma progression"
        ),
        ("checkin", ""): (
            "bilan, mon bilan, suivi, le point, faire le point, point de la semaine, point hebdo"
        ),
        ("stuck", ""): (
            "bloqué, bloquée, je suis bloqué, je suis bloquée, je bloque, ça bloque, ça coince, "
            "coincé, coincée, je suis coincé, je suis coincée, débloquer, débloque-moi, "
            "débloquez-moi, blocage, un blocage, j'ai un blocage"
        ),
        ("commit", ""): (
            "engagement, un engagement, nouvel engagement, prendre un engagement, m'engager, "
            "je m'engage"
        ),
        ("themes", ""): (
            "thème, thèmes, les thèmes, mes thèmes, tous les thèmes, sujet, sujets, "
            "changer de thème, changer de sujet"
        ),
        ("settings", ""): (
            "réglage, réglages, mes réglages, paramètre, paramètres, mes paramètres, préférences, "
            "mes préférences, changer l'heure, changer d'heure, changer mon heure, "
            "changer le créneau, changer mon créneau, changer de créneau, changer le jour, "
            "changer de jour, fuseau horaire, moins souvent, trop souvent, plus souvent"
        ),
        ("snooze", ""): (
            "plus tard, pas maintenant, une autre fois, reporter, reporte, reportez, "
            "rappelle-moi plus tard, rappelez-moi plus tard, remettre à plus tard"
        ),
        ("snooze", "demain"): "demain, rappelle-moi demain, rappelez-moi demain",
        ("pause", ""): (
            "en pause, une pause, faire une pause, je fais une pause, mettre en pause, suspendre, "
            "suspendre le coaching"
        ),
        ("away", ""): (
            "absent, absente, je suis absent, je suis absente, absence, congé, congés, en congé, "
            "en congés, je suis en congé, je suis en congés, vacances, en vacances, "
            "je suis en vacances"
        ),
        ("stop", ""): (
            "arrêter, arrête, arrêtez, j'arrête, tout arrêter, je veux arrêter, "
            "arrêter le coaching, stopper, désinscrire, me désinscrire, se désinscrire, "
            "désinscription, désabonner, me désabonner, laissez-moi tranquille, plus de messages"
        ),
        ("why", ""): (
            "pourquoi, pourquoi ça, pourquoi moi, pourquoi maintenant, pourquoi ce message, "
            "pourquoi ces messages, pourquoi je reçois ça"
        ),
        ("data", ""): (
            "données, mes données, voir mes données, données personnelles, "
            "mes données personnelles, rgpd, confidentialité, vie privée"
        ),
        ("data", "export"): "exporter, exporter mes données, télécharger mes données",
        ("data", "erase"): (
            "effacer, effacer mes données, efface mes données, effacez mes données, "
            "supprimer mes données, tout effacer, tout supprimer, oubliez-moi"
        ),
        ("language", ""): "langue, langues, changer de langue, changer la langue",
        ("language", "en"): "anglais, en anglais, passer en anglais",
        ("language", "fr"): "français, en français, passer en français",
        ("help", ""): (
            "aide, aide-moi, aidez-moi, à l'aide, besoin d'aide, j'ai besoin d'aide, au secours, "
            "commandes, que savez-vous faire, que sais-tu faire, comment ça marche, qui es-tu, "
            "qui êtes-vous"
        ),
        ("hello", ""): "bonjour, bonsoir, salut, coucou, bonjour à vous",
        ("thanks", ""): (
            "merci, merci beaucoup, merci bien, un grand merci, mille mercis, merci à vous, "
            "ok merci, super merci, parfait merci"
        ),
    },
}
"""What stands for a command as a whole text; the second of the key is its argument."""

LEADING: dict[Name, str] = {
    "plan": "plan join, join plan, plan rejoindre, plan rejoins, plan joindre, rejoindre plan",
    "start": (
        "start, begin, commencer, commence, démarrer, démarre, start session, séance, "
        "commencer une séance"
    ),
    "pause": "pause, suspend, suspendre, en pause, mettre en pause, faire une pause, take a break",
    "away": (
        "away, absent, absente, vacation, holiday, vacances, congé, congés, on leave, on vacation, "
        "on holiday, out of office, i'm away, i am away, i'm on leave, en congé, en congés, "
        "en vacances, je suis absent, je suis absente, je suis en congé, je suis en congés, "
        "je suis en vacances"
    ),
    "snooze": "snooze, reporter, remind me, rappelle-moi, rappelez-moi",
    "data": "data, my data, données, mes données",
    "language": "language, langue",
}
"""What a command with an argument begins with."""

LONG = (
    "plan join, plan rejoindre, plan rejoins, "
    "pause until, away until, absent until, snooze until, on leave until, on vacation until, "
    "pause jusqu, en pause jusqu, mettre en pause jusqu, absent jusqu, absente jusqu, "
    "en congé jusqu, en congés jusqu, en vacances jusqu, je suis absent jusqu, "
    "je suis absente jusqu, my data, mes données, change time, changer l'heure"
)
"""Beginnings of several words that make a command of a text of any length."""

LINKS = (
    "until till til to for from with the on in about jusqu jusque au a pour avec le la les l sur "
    "de du d session seance theme"
)
"""Words between a command and its argument that say nothing."""

FILLERS = "please|pls|svp|stp|coach|d[ée]clic"
"""Words of politeness; left out unless nothing else is there."""

EVERYDAY = (
    "late star them lead smart stick stack stock struck cause passe plain plane plant water layer "
    "quiet quite"
)
"""Words a letter away from a command that mean something else."""
