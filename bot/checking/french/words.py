"""French words that several steps share."""

import re

from bot.checking.lexicon import one_of

WEEKDAYS = "lundi mardi mercredi jeudi vendredi samedi dimanche"
MONTHS = "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre"
EVENT = one_of(
    "reunion reunions point points comite comites revue revues retro retros retrospective demo "
    "demos dejeuner petit-dejeuner petit-dej dej pause cafe atelier ateliers seminaire entretien "
    "entretiens tete-a-tete planification planning stand-up standup stand-ups daily dailys dailies "
    "1:1 1-1 121 one-to-one one-on-one codir comex copil coproj cse lancement formation "
    "kick-off kickoff brief briefing debrief debriefing staff conseil ag assemblee seance session "
    "rendez-vous visite tournee ronde releve relève transmissions passation audit inventaire "
    "appel call visio webinaire conference salon congres rituel bilan soutenance garde vacances "
    "rentree sprint evaluation evaluations cours prise fermeture ouverture arrivee depart repas "
    "diner pot aperitif apero ramadan conges conge weekly mise livraison sonnerie rassemblement "
    "accueil recre tour demarrage cloture match fete ceremonie oral commission negociation "
    "instance conference entrevue rencontre hebdo"
)
MEETINGS = one_of(
    "reunion reunions point points revue retro retrospective dejeuner petit-dejeuner"
    " cafe atelier ateliers "
    "seminaire entretien tete-a-tete stand-up standup daily 1:1 brief briefing debrief"
    " debriefing session "
    "rendez-vous visite visio kick-off lancement formation repas diner pot apero tournee"
    " brainstorming bilan"
)
PERIOD = one_of(
    f"jour jours semaine semaines mois trimestre trimestres an ans annee matin matins "
    f"soir soirs midi midis apres-midi soiree lundis mardis mercredis jeudis "
    f"vendredis samedis dimanches quinzaine sprint {WEEKDAYS}"
)
STEMS = one_of(
    "accueill affich ajout anim annonc annul appel apport archiv arret assign assist attribu "
    "bloqu choisi clotur commenc compt confi confirm consacr contact convi convoqu copi coup cre "
    "debrief decid declin defini deleg demand demarr deplac depos dessin di distribu donn echang "
    "ecri effac embauch enleve enlev envoi envoy enverr exprim expliqu fai fer ferm finalis fini "
    "fix form gard inform inscri install instaur interrog introdui invit laiss lanc lib li lis "
    "list livr met mett mettr mont montr nett nomm not notifi offr organis ouvr par parl partag "
    "pass pay pos planifi pren prend prepar present prevoi produi program propos proteg publi "
    "quitt rang rappel recev recoi recrut recopi redig refai refus relanc reli relis remerci "
    "remet remplac rencontr rend renvoi renvoy repar repond report repet reserv resum rest retir "
    "retourn reun revis salu sign sor suppr supprim tai telephon tien ten termin transfer transmet "
    "tri trait vend verifi vid visit va vien respect particip arriv accept valid approuv chang "
    "atteint atteign progress arret decroch gagn install boucl rempl"
)
ATTITUDE_NOUNS = one_of(
    "attention patience patient patiente calme confiance empathie respect posture attitude humeur "
    "positivite positif positive presence autonomie reconnaissance ouverture courage humilite "
    "bienveillance conscience recul hauteur perspective efforts effort tempete froid "
    "serein sereine serenite zen transparence leadership ecoute energie enthousiasme curiosite "
    "compassion assertivite equite cohesion engagement implication motivation disponibilite "
    "disponible exigence rigueur discipline justice distance sang-froid controle equilibre "
    "responsabilite dialogue clarte lisibilite communication collaboration sens visibilite "
    "comprehension lien esprit garde tete-froide fermete fermeté tact diplomatie souplesse"
    " gratitude "
    "indulgence plaisir souriant souriante relation relations climat ambiance dynamique "
    "emotions douceur ambition valeurs qualite humain humanite pedagogie ethique loyaute"
    " legerete joie fierte assurance aplomb audace spontaneite authenticite sincerite"
    " honnetete "
    "franchise solidarite entraide cooperation synergie convivialite tolerance generosite "
    "modestie sagesse maturite professionnalisme excellence discernement lucidite objectivite"
    " ponctualite "
    "perseverance tenacite resilience flexibilite adaptabilite creativite proactivite"
    " initiative initiatives "
    "reactivite efficacite stress pression anxiete colere frustration ego perfectionnisme"
    " legitimite "
    "temps-libre sourire moral humour chaleur respectueux bienveillant bienveillante"
    " juste "
    "complicite optimisme optimiste lacher-prise agilite mieux-etre bien-etre coherence cap"
)
BETWEEN = (
    r"(?:ne|me|te|se|le|la|les|lui|leur|y|en|vous|nous|pas|plus|jamais|aussi|d'abord|ensuite|alors"
    r"|toujours|simplement|bien|deja|egalement|enfin|tout|\w+ment) "
)

_ELISION = re.compile(r"(?<![a-z])(j|l|d|m|t|n|qu)'(?=[\w(\[])")


def spread(pattern: re.Pattern[str]) -> re.Pattern[str]:
    """Undo the elisions of a pattern, as tokens undo those of a text: « l'avis » is « le avis »."""
    text = _ELISION.sub(lambda m: {"qu": "que "}.get(m[1], f"{m[1]}e "), pattern.pattern)
    text = text.replace("aujourde hui", "aujourd'hui").replace("c'est", "(?:c'est|ce est)")
    return re.compile(text)
