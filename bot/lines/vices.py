"""Faults that only people have: they judge wherever they stand, with nobody beside them.

A word that is said of things as well ('slow', 'useless', « nul ») is not here. What the writer says
of themselves or of all of us is left alone, as in 'I moan too much'.
"""

import re
from collections.abc import Mapping

from bot.language import Lang


def names_a_vice(said: str, lang: Lang) -> bool:
    """Say whether a plain line speaks of a fault that people have, and not of the writer's own."""
    found = _VICES[lang].search(said)
    return found is not None and not _OURS[lang].search(said[: found.start()])


def _stems(words: str) -> str:
    """Read words and patterns, in which `*` opens the end, and `_` is a space."""
    return "|".join(word.replace("*", r"\w*").replace("_", " ") for word in words.split())


_ENGLISH = """
lazy(?!_load) lazi* arrogan* rudeness selfish* clueless incompeten* unprofessional* childish*
infantile immatur* pettiness petty(?!_cash) bossy snob* stuck[-_]up two[-_]faced hypocri*
dishonest* ungrateful* disrespect* condescend* patroni[sz]ing* smug* pompous* pretentious*
whin(?:e|es|ing|ers?) sulk* moody grumpy sneaky spineless gutless coward* greedy? nose?y
tone[-_]deaf unhelpful uncooperative narrow[-_]minded stubborn* pig[-_]headed big[-_]headed
thick[-_]headed self[-_]cent* self[-_]import* self[-_]absorb* self[-_]right* narcissis* obnoxious
insufferable slackers? slacking shirk* freeload* skiv* backstab* gossip* bitch* moan* bullshit*
brown[-_]nos* boot[-_]?lick* arse[-_]?lick* suck[-_]?ups? know[-_]?it[-_]?alls? control_freaks?
prima_donnas? divas? drama[-_]queens? clowns? muppets? egos? tantrums? favou?ritism nepotism
cliques cliquey cronies dead[-_]?weight jobsworth* half[-_](?:arsed|assed) stupidity ignorant*
malicious* spite(?:ful)? jealous* manipulative manipulators? liars? tyrants? dictators? careless*
thoughtless* inconsiderate tactless brainless dimwits? crybab* (?:such|like|big|being)_babies
power_trips? mind_games (?:kissing|sucking|licking)_up pass(?:ing)?_the_buck finger[-_]pointing
common_(?:sense|courtesy|decency) manners basic_(?:politeness|hygiene) asham* shameful shame_on
disgraceful (?:no_more|fewer|less|your|their|lame|bad|making)_excuses grow_a_\\w+
couldn't_care_less (?:has|have|had|with|got)_(?:no|an?|bad)_attitude* attitude_problem* blind_eye
full_of_\\w+sel[fv]*
"""

_FRENCH = """
paresse* (?:feign|faign|faine)ant* flemmard* glandeu* gland(?:er|ez|ent) tire-au-flanc
planque(?:nt|z|r|s) hautain* arrogan* mepris* condescend* pretentieu* egois* hypocri* lachete*
menteu* mensonges? mesquin* jalous* jaloux rancun* immatur* gaminer* pueril* infantil* irresponsab*
incompeten* incapables? bons?_a_rien mediocr* branleu* boulets? bras_casses divas? princesses?
clowns? guignols? rigolos charlots? bouffon* pantins? moutons viper* langues?_de_\\w+ commeres?
commerages? ragots? messes_basses coups?_bas coups?_(?:dans_le_dos|en_douce|fourres?|de_couteau)
cancan* medisan* mauvaise_(?:foi|volonte|langue|mentalite) mauvais_esprit faux[-_]?cul* leche-?\\w+
fayot* favoritisme copinage pistonn* chouchou* petits?_chefs? je[-_]?m'?en[-_]?fout* egos?
egocentri* grosses?_tetes? le_melon savoir[-_]vivre (?:bonnes?|mauvaises?)_manieres malpoli*
impoli* jugeote honte* caprices? capricieu* boud(?:e|er|es|ent|ez|eurs?|erie*)
ral(?:e|er|ent|ez|eurs?|euses?) geign* pleurnich* jeremiades? tir(?:e|er|ent|ez)_la_couverture
brass(?:e|er|ent|ez)_(?:du_vent|de_l'air) poil_dans_la_main la_coule(?:nt|z)?_douce
tourne(?:nt|z)?_les_pouces mains_dans_les_poches defauss* dedouan* a_cote_de_la_plaque a_la_ramasse
a_l'ouest donneurs?_de_lecons? grossier* goujat* insolen* sournois* fourbe* manipulateurs?
manipulatrices? tyrans? despot* tir\\w+_les_lauriers stupidite ignares? mollasson* nombrilis*
cour_(?:d'ecole|de_recre\\w*) culot vantard* frimeu* pimbech* profiteu* desinvolt* nonchalan*
bordelique* tetus? tetues? lunatiques? caracteriel* mauvais_caractere sans_gene faux[-_]?jetons?
retourn\\w+_leur_veste langue_de_bois tir(?:e|er)-au-flanc
"""

_VICES: Mapping[Lang, re.Pattern[str]] = {
    "en": re.compile(rf"(?<![\w-])(?:{_stems(_ENGLISH)})(?![\w-])"),
    "fr": re.compile(rf"(?<![\w-])(?:{_stems(_FRENCH)})(?![\w-])"),
}

_OURS: Mapping[Lang, re.Pattern[str]] = {
    "en": re.compile(r"(?:^|\W)(?:i|i'm|i'll|we|we're|my|our|let's|me)(?: \w+){0,3} $"),
    "fr": re.compile(r"(?:^|\W)(?:je (?:suis|me|vais)?|j'|on |nous |mon |ma |mes )(?:\w+ ){0,3}$"),
}
"""Right before a fault: the writer, or all of us."""
